// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

class CreateTask final : public InstantStatement {
public:
    CreateTask(Call call, ExpressionPtr name, std::optional<Scope::Slot> into,
               std::optional<Scope::Slot> group)
        : m_call(std::move(call)),
          m_name(std::move(name)),
          m_into(into),
          m_group(group)
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        Invocation invocation = m_call.evaluate(frame);
        const std::string name = m_name ? m_name->evaluate(frame).str() : std::string();
        auto handle = std::make_shared<FutureHandle>(
            startTask(std::move(invocation), name, frame, group(frame)));
        if (m_into)
            frame.set(*m_into, std::shared_ptr<const Handle>(std::move(handle)));
        return Flow::Next;
    }

private:
    // The innermost group around this statement; null if there is none.
    [[nodiscard]] TaskGroup* group(Frame& frame) const
    {
        if (!m_group)
            return nullptr;
        return &static_cast<const TaskGroupHandle*>(frame.get(*m_group).asHandle())->group();
    }

    const Call m_call;
    const ExpressionPtr m_name;  // null: none
    const std::optional<Scope::Slot> m_into;
    const std::optional<Scope::Slot> m_group;  // the variable that holds it
};

}  // namespace

StatementPtr makeCreateTask(Call call, Scope::Slot into, std::optional<Scope::Slot> group)
{
    return std::make_unique<CreateTask>(std::move(call), nullptr, into, group);
}

StatementPtr readCreateTask(const JsonNode& node, StatementReader& reader)
{
    reader.requireAsync(node);
    const JsonNode callNode = node.at("create_task");
    callNode.allowKeys({"call", "args"});
    Call call = reader.coroutineCall(callNode);
    const auto name = node.find("name");
    return std::make_unique<CreateTask>(std::move(call), name ? reader.value(*name) : nullptr,
                                        reader.into(node), reader.group());
}

}  // namespace coroscope::scenario
