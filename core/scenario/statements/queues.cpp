// SPDX-License-Identifier: MIT
#include <optional>
#include <string>

#include "core/scenario/statement_table.h"
#include "core/scenario/statements/object_access.h"

namespace coroscope::scenario {
namespace {

Queue<Value>& queueIn(Frame& frame, Scope::Slot slot, const std::string& method)
{
    const ObjectHandle& object = objectIn(frame, slot, method);
    if (object.queue() == nullptr)
        object.lacks(method);
    return *object.queue();
}

class Put final : public Statement {
public:
    Put(Scope::Slot queue, ExpressionPtr value) : m_queue(queue), m_value(std::move(value)) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        Queue<Value>& queue = queueIn(frame, m_queue, "put");
        Value value = m_value->evaluate(frame);
        if (queue.isFull()) {
            frame.requireLoop();
            co_await queue.put(std::move(value));
        } else {
            queue.putNow(std::move(value));
        }
        co_return Flow::Next;
    }

private:
    const Scope::Slot m_queue;
    const ExpressionPtr m_value;
};

class PutNow final : public InstantStatement {
public:
    PutNow(Scope::Slot queue, ExpressionPtr value) : m_queue(queue), m_value(std::move(value)) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        queueIn(frame, m_queue, "put_nowait").putNow(m_value->evaluate(frame));
        return Flow::Next;
    }

private:
    const Scope::Slot m_queue;
    const ExpressionPtr m_value;
};

class Get final : public Statement {
public:
    Get(Scope::Slot queue, std::optional<Scope::Slot> into) : m_queue(queue), m_into(into) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        Queue<Value>& queue = queueIn(frame, m_queue, "get");
        Value value;
        if (queue.isEmpty()) {
            frame.requireLoop();
            value = co_await queue.get();
        } else {
            value = queue.getNow();
        }
        if (m_into)
            frame.set(*m_into, std::move(value));
        co_return Flow::Next;
    }

private:
    const Scope::Slot m_queue;
    const std::optional<Scope::Slot> m_into;
};

class GetNow final : public InstantStatement {
public:
    GetNow(Scope::Slot queue, std::optional<Scope::Slot> into) : m_queue(queue), m_into(into) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        Value value = queueIn(frame, m_queue, "get_nowait").getNow();
        if (m_into)
            frame.set(*m_into, std::move(value));
        return Flow::Next;
    }

private:
    const Scope::Slot m_queue;
    const std::optional<Scope::Slot> m_into;
};

class TaskDone final : public InstantStatement {
public:
    explicit TaskDone(Scope::Slot queue) : m_queue(queue) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        queueIn(frame, m_queue, "task_done").taskDone();
        return Flow::Next;
    }

private:
    const Scope::Slot m_queue;
};

class Join final : public Statement {
public:
    explicit Join(Scope::Slot queue) : m_queue(queue) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        Queue<Value>& queue = queueIn(frame, m_queue, "join");
        frame.requireLoop();
        co_await queue.join();
        co_return Flow::Next;
    }

private:
    const Scope::Slot m_queue;
};

}  // namespace

StatementPtr readPut(const JsonNode& node, StatementReader& reader)
{
    const Scope::Slot queue = reader.object(node.at("put"));
    return std::make_unique<Put>(queue, reader.value(node.at("value")));
}

StatementPtr readPutNow(const JsonNode& node, StatementReader& reader)
{
    const Scope::Slot queue = reader.object(node.at("put_nowait"));
    return std::make_unique<PutNow>(queue, reader.value(node.at("value")));
}

StatementPtr readGet(const JsonNode& node, StatementReader& reader)
{
    const Scope::Slot queue = reader.object(node.at("get"));
    return std::make_unique<Get>(queue, reader.into(node));
}

StatementPtr readGetNow(const JsonNode& node, StatementReader& reader)
{
    const Scope::Slot queue = reader.object(node.at("get_nowait"));
    return std::make_unique<GetNow>(queue, reader.into(node));
}

StatementPtr readTaskDone(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<TaskDone>(reader.object(node.at("task_done")));
}

StatementPtr readJoin(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Join>(reader.object(node.at("join")));
}

}  // namespace coroscope::scenario
