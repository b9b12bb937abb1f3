// SPDX-License-Identifier: MIT
#include "core/runtime/wait.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/runtime/as_completed.h"
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/duration.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

class WaitStatement final : public Statement {
public:
    struct Into {
        Scope::Slot done;
        Scope::Slot pending;
    };

    WaitStatement(std::vector<Awaitable> futures, ReturnWhen until, ExpressionPtr timeout,
                  std::optional<Into> into)
        : m_futures(std::move(futures)), m_until(until), m_timeout(std::move(timeout)), m_into(into)
    {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        frame.requireLoop();
        Value::List values;
        for (const Awaitable& future : m_futures)
            values.push_back(future.value(frame));
        const Value limit = m_timeout ? m_timeout->evaluate(frame) : Value();
        for (const Value& value : values)
            requireHashable(value);
        std::optional<Ticks> timeout;
        if (!values.empty())
            timeout = limitOf(limit, DurationUse::Add);
        const WaitResult result = co_await wait(futuresIn(values, timeout), m_until, timeout);
        if (m_into) {
            frame.set(m_into->done, listOf(result.done));
            frame.set(m_into->pending, listOf(result.pending));
        }
        co_return Flow::Next;
    }

private:
    // asyncio.wait looks at them one by one, when its timer runs already.
    [[nodiscard]] std::vector<Ref<FutureBase>> futuresIn(const Value::List& values,
                                                         std::optional<Ticks> timeout) const
    {
        std::vector<Ref<FutureBase>> futures;
        for (const Value& value : values) {
            const auto* const handle = dynamic_cast<const FutureHandle*>(value.asHandle());
            if (handle == nullptr) {
                leaveWait(futures, values.size() - futures.size(), m_until, timeout);
                throw PythonError("AttributeError",
                                  "'" + std::string(value.typeName()) +
                                      "' object has no attribute 'add_done_callback'");
            }
            futures.push_back(handle->future());
        }
        return futures;
    }

    [[nodiscard]] static Value listOf(const std::vector<Ref<FutureBase>>& futures)
    {
        Value::List list;
        for (const Ref<FutureBase>& future : futures)
            list.push_back(std::shared_ptr<const Handle>(std::make_shared<FutureHandle>(future)));
        return list;
    }

    const std::vector<Awaitable> m_futures;
    const ReturnWhen m_until;
    const ExpressionPtr m_timeout;  // null: none
    const std::optional<Into> m_into;
};

class ForAsCompleted final : public Statement {
public:
    ForAsCompleted(std::vector<Awaitable> futures, std::optional<Scope::Slot> each, Block body)
        : m_futures(std::move(futures)), m_each(each), m_body(std::move(body))
    {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        frame.requireLoop();
        std::vector<Ref<FutureBase>> futures = started(frame);
        AsCompleted ended(frame.interpreter().loop(), futures);
        while (ended.hasNext()) {
            frame.interpreter().checkpoint();
            const Ref<FutureBase> future = co_await ended.next();
            Value value = resultOf(*future);
            if (m_each)
                frame.set(*m_each, std::move(value));
            const Flow flow = co_await executeBlock(m_body, frame);
            if (flow == Flow::Return)
                co_return flow;
        }
        co_return Flow::Next;
    }

private:
    // As the list of tasks is made, in its order; asyncio looks at what is in it only then.
    [[nodiscard]] std::vector<Ref<FutureBase>> started(Frame& frame) const
    {
        std::vector<Ref<FutureBase>> futures;
        Value::List values;
        for (const Awaitable& awaitable : m_futures) {
            const bool isCall = awaitable.call() != nullptr;
            futures.push_back(isCall ? awaitable.ensureFuture(frame) : Ref<FutureBase>());
            if (!isCall)
                values.push_back(awaitable.value(frame));
        }
        for (const Value& value : values)
            requireHashable(value);
        for (std::size_t i = 0; i < futures.size(); ++i) {
            if (m_futures[i].call() == nullptr)
                futures[i] = m_futures[i].ensureFuture(frame);
        }
        return futures;
    }

    const std::vector<Awaitable> m_futures;
    const std::optional<Scope::Slot> m_each;
    const Block m_body;
};

constexpr std::array<std::pair<std::string_view, ReturnWhen>, 3> returnWhenNames{{
    {"ALL_COMPLETED", ReturnWhen::AllCompleted},
    {"FIRST_COMPLETED", ReturnWhen::FirstCompleted},
    {"FIRST_EXCEPTION", ReturnWhen::FirstException},
}};

ReturnWhen readReturnWhen(const JsonNode& node)
{
    std::vector<std::string_view> known;
    for (const auto& [name, when] : returnWhenNames) {
        if (name == node.string())
            return when;
        known.push_back(name);
    }
    node.expected(oneOf(known));
}

std::optional<WaitStatement::Into> readInto(const JsonNode& node, StatementReader& reader)
{
    const auto into = node.find("into");
    if (!into)
        return std::nullopt;
    const std::vector<JsonNode> names = into->items();
    if (names.size() != 2)
        into->expected("two names, [\"done\", \"pending\"]");
    const Scope::Slot done = reader.scope().assign(identifier(names[0]));
    return WaitStatement::Into{done, reader.scope().assign(identifier(names[1]))};
}

}  // namespace

StatementPtr makeAsCompleted(std::vector<Awaitable> futures)
{
    return std::make_unique<ForAsCompleted>(std::move(futures), std::nullopt, Block());
}

StatementPtr readWait(const JsonNode& node, StatementReader& reader)
{
    reader.requireAsync(node);
    std::vector<Awaitable> futures;
    for (const JsonNode& item : node.at("wait").items())
        futures.emplace_back(reader.object(item));
    const auto until = node.find("return_when");
    const auto timeout = node.find("timeout");
    return std::make_unique<WaitStatement>(
        std::move(futures), until ? readReturnWhen(*until) : ReturnWhen::AllCompleted,
        timeout && !timeout->isNull() ? reader.duration(*timeout) : nullptr,
        readInto(node, reader));
}

StatementPtr readAsCompleted(const JsonNode& node, StatementReader& reader)
{
    reader.requireAsync(node);
    std::vector<Awaitable> futures;
    for (const JsonNode& item : node.at("as_completed").items())
        futures.emplace_back(item, reader);
    const auto name = node.find("each");
    const auto each = name ? std::optional(reader.scope().assign(identifier(*name))) : std::nullopt;
    const auto body = node.find("body");
    return std::make_unique<ForAsCompleted>(std::move(futures), each,
                                            body ? reader.block(*body) : Block());
}

}  // namespace coroscope::scenario
