// SPDX-License-Identifier: MIT
#include "core/runtime/task_group.h"

#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

class TaskGroupBlock final : public Statement {
public:
    TaskGroupBlock(Scope::Slot group, Block body) : m_group(group), m_body(std::move(body)) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        frame.requireLoop();
        TaskGroup group(frame.interpreter().loop());
        frame.set(m_group, std::shared_ptr<const Handle>(std::make_shared<TaskGroupHandle>(group)));
        const BlockEnd end = co_await tryBlock(m_body, frame);
        co_await group.finish(end.error);
        co_return end.flow;
    }

private:
    const Scope::Slot m_group;
    const Block m_body;
};

}  // namespace

StatementPtr makeTaskGroup(Scope::Slot group, Block body)
{
    return std::make_unique<TaskGroupBlock>(group, std::move(body));
}

StatementPtr readTaskGroup(const JsonNode& node, StatementReader& reader)
{
    reader.requireAsync(node);
    const Scope::Slot group = reader.scope().hidden();
    return makeTaskGroup(group, reader.groupBody(node.at("task_group"), group));
}

}  // namespace coroscope::scenario
