// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

class Await final : public Statement {
public:
    Await(Awaitable awaitable, std::optional<Scope::Slot> into)
        : m_awaitable(std::move(awaitable)),
          m_into(into)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        Value value;
        if (const Call* const call = m_awaitable.call()) {
            Coroutine<Value> body = frame.interpreter().call(call->evaluate(frame), frame);
            value = co_await std::move(body);
        } else {
            value = co_await awaitFuture(m_awaitable.future(frame));
        }
        if (m_into)
            frame.set(*m_into, std::move(value));
        co_return Flow::Next;
    }

private:
    const Awaitable m_awaitable;
    const std::optional<Scope::Slot> m_into;
};

// A call that the chart shows in a row of its own.
class RowCall final : public Statement {
public:
    RowCall(Call call, std::size_t row, Scope::Slot into)
        : m_call(std::move(call)),
          m_row(row),
          m_into(into)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        Coroutine<Value> body = frame.interpreter().callInRow(m_call.evaluate(frame), frame, m_row);
        Value value = co_await std::move(body);
        frame.set(m_into, std::move(value));
        co_return Flow::Next;
    }

private:
    const Call m_call;
    const std::size_t m_row;
    const Scope::Slot m_into;
};

}  // namespace

StatementPtr makeAwait(Awaitable awaitable, std::optional<Scope::Slot> into)
{
    return std::make_unique<Await>(std::move(awaitable), into);
}

StatementPtr makeRowCall(Call call, std::size_t row, Scope::Slot into)
{
    return std::make_unique<RowCall>(std::move(call), row, into);
}

StatementPtr readAwait(const JsonNode& node, StatementReader& reader)
{
    Awaitable awaitable(node.at("await"), reader);
    return makeAwait(std::move(awaitable), reader.into(node));
}

}  // namespace coroscope::scenario
