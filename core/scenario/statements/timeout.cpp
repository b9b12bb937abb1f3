// SPDX-License-Identifier: MIT
#include "core/runtime/timeout.h"

#include <optional>

#include "core/runtime/wait_for.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/duration.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

// A time limit; null in the file and None in Python: no limit.
class Limit {
public:
    Limit(const JsonNode& node, StatementReader& reader)
        : m_delay(node.isNull() ? nullptr : reader.duration(node))
    {
    }

    [[nodiscard]] std::optional<Ticks> evaluate(DurationUse use, Frame& frame) const
    {
        return m_delay ? limitOf(m_delay->evaluate(frame), use) : std::nullopt;
    }

private:
    ExpressionPtr m_delay;
};

class TimeoutBlock final : public Statement {
public:
    TimeoutBlock(Limit delay, Block body) : m_delay(std::move(delay)), m_body(std::move(body)) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        frame.requireLoop();
        Timeout limit(*frame.interpreter().loop().currentTask(),
                      m_delay.evaluate(DurationUse::Add, frame));
        BlockEnd end = co_await tryBlock(m_body, frame);
        end.error = limit.finish(std::move(end.error));
        co_return end.proceed();
    }

private:
    const Limit m_delay;
    const Block m_body;
};

class WaitFor final : public Statement {
public:
    WaitFor(Awaitable awaitable, Limit timeout, std::optional<Scope::Slot> into)
        : m_awaitable(std::move(awaitable)),
          m_timeout(std::move(timeout)),
          m_into(into)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        frame.requireLoop();
        Value value = co_await start(frame);
        if (m_into)
            frame.set(*m_into, std::move(value));
        co_return Flow::Next;
    }

private:
    // A call runs inside the caller's task, unless its time is over before it begins.
    [[nodiscard]] Coroutine<Value> start(Frame& frame) const
    {
        const Call* const call = m_awaitable.call();
        const std::optional<Ticks> timeout = m_timeout.evaluate(DurationUse::Compare, frame);
        const bool hasTime = !timeout || *timeout > Ticks{};
        if (call != nullptr && (hasTime || frame.isPlain()))
            return withTimeout(timeout, frame.interpreter().call(call->evaluate(frame), frame));
        const Ref<FutureBase> future =
            hasTime ? m_awaitable.future(frame) : m_awaitable.ensureFuture(frame);
        return waitForFuture<Value>(futureOfValue(future), timeout);
    }

    const Awaitable m_awaitable;
    const Limit m_timeout;
    const std::optional<Scope::Slot> m_into;
};

}  // namespace

StatementPtr readTimeout(const JsonNode& node, StatementReader& reader)
{
    Limit delay(node.at("timeout"), reader);
    return std::make_unique<TimeoutBlock>(std::move(delay), reader.block(node.at("body")));
}

StatementPtr readWaitFor(const JsonNode& node, StatementReader& reader)
{
    Awaitable awaitable(node.at("wait_for"), reader);
    Limit timeout(node.at("timeout"), reader);
    return std::make_unique<WaitFor>(std::move(awaitable), std::move(timeout), reader.into(node));
}

}  // namespace coroscope::scenario
