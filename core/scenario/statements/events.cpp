// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/object_access.h"

namespace coroscope::scenario {
namespace {

Signal& signalIn(Frame& frame, Scope::Slot slot, const std::string& method)
{
    const ObjectHandle& object = objectIn(frame, slot, method);
    if (object.signal() == nullptr)
        object.lacks(method);
    return *object.signal();
}

class SetEvent final : public InstantStatement {
public:
    explicit SetEvent(Scope::Slot object) : m_object(object) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        signalIn(frame, m_object, "set").set();
        return Flow::Next;
    }

private:
    const Scope::Slot m_object;
};

class ClearEvent final : public InstantStatement {
public:
    explicit ClearEvent(Scope::Slot object) : m_object(object) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        signalIn(frame, m_object, "clear").clear();
        return Flow::Next;
    }

private:
    const Scope::Slot m_object;
};

class WaitEvent final : public Statement {
public:
    explicit WaitEvent(Scope::Slot object) : m_object(object) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        co_await waitOn(objectIn(frame, m_object, "wait"), frame);
        co_return Flow::Next;
    }

private:
    const Scope::Slot m_object;
};

}  // namespace

StatementPtr readSetEvent(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<SetEvent>(reader.object(node.at("set")));
}

StatementPtr readClearEvent(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<ClearEvent>(reader.object(node.at("clear")));
}

StatementPtr readWaitEvent(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<WaitEvent>(reader.object(node.at("wait_event")));
}

}  // namespace coroscope::scenario
