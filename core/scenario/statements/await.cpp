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
            frame.requireLoop();
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
    /// `row`: one of the program's rows, which are there from the start; none: a new one.
    RowCall(Call call, std::optional<std::size_t> row, std::optional<Scope::Slot> into)
        : m_call(std::move(call)),
          m_row(row),
          m_into(into)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        Interpreter& interpreter = frame.interpreter();
        Invocation invocation = m_call.evaluate(frame);
        TaskId row;
        if (m_row)
            row = interpreter.row(*m_row);
        else
            row = interpreter.addRow(invocation, frame.row());
        Coroutine<Value> body = interpreter.callInRow(std::move(invocation), frame, row);
        Value value = co_await std::move(body);
        if (m_into)
            frame.set(*m_into, std::move(value));
        co_return Flow::Next;
    }

private:
    const Call m_call;
    const std::optional<std::size_t> m_row;
    const std::optional<Scope::Slot> m_into;
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
    const JsonNode awaited = node.at("await");
    const auto row = node.find("row");
    const bool hasRow = row && row->boolean();
    if (!awaited.isObject()) {
        if (hasRow)
            row->fail("a task has a row already; expected a call");
        return makeAwait(Awaitable(awaited, reader), reader.into(node));
    }
    // A plain function can be called too: there is no other statement for it.
    awaited.allowKeys({"call", "args"});
    Call call = reader.call(awaited);
    if (hasRow)
        return std::make_unique<RowCall>(std::move(call), std::nullopt, reader.into(node));
    return makeAwait(Awaitable(std::move(call)), reader.into(node));
}

}  // namespace coroscope::scenario
