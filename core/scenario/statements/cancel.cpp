// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

class Cancel final : public InstantStatement {
public:
    Cancel(Awaitable task, ExpressionPtr message)
        : m_task(std::move(task)),
          m_message(std::move(message))
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        const Ref<FutureBase> future = m_task.futureWith("cancel", frame);
        CancelMessage message;
        const Value given = m_message ? m_message->evaluate(frame) : Value();
        if (!given.isNone())
            message = given.str();
        future->cancel(message);
        return Flow::Next;
    }

private:
    const Awaitable m_task;
    const ExpressionPtr m_message;  // null: none
};

}  // namespace

StatementPtr readCancel(const JsonNode& node, StatementReader& reader)
{
    const JsonNode task = node.at("cancel");
    const Scope::Slot slot = reader.scope().read(variableName(task), task);
    const auto message = node.find("message");
    return std::make_unique<Cancel>(Awaitable(slot), message ? reader.value(*message) : nullptr);
}

}  // namespace coroscope::scenario
