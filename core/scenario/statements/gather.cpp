// SPDX-License-Identifier: MIT
#include "core/runtime/gather.h"

#include "core/runtime/await.h"
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

Value resultOrException(const FutureBase& child)
{
    if (child.isCancelled())
        return exceptionValue(PythonError("CancelledError", child.cancelMessage().value_or("")));
    if (const std::exception_ptr error = child.exception())
        return exceptionValue(toPythonError(error));
    return resultOf(child);
}

class Gather final : public Statement {
public:
    Gather(std::vector<Awaitable> children, GatherErrors errors, std::optional<Scope::Slot> into)
        : m_children(std::move(children)),
          m_errors(errors),
          m_into(into)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        const Ref<Gathering> all =
            gather(frame.interpreter().loop(), ensureFutures(m_children, frame), m_errors);
        co_await all;
        if (m_into) {
            Value::List results;
            for (const Ref<FutureBase>& child : all->children())
                results.push_back(resultOrException(*child));
            frame.set(*m_into, Value(std::move(results)));
        }
        co_return Flow::Next;
    }

private:
    const std::vector<Awaitable> m_children;
    const GatherErrors m_errors;
    const std::optional<Scope::Slot> m_into;
};

}  // namespace

StatementPtr makeGather(std::vector<Awaitable> children, Scope::Slot into)
{
    return std::make_unique<Gather>(std::move(children), GatherErrors::Raise, into);
}

StatementPtr readGather(const JsonNode& node, StatementReader& reader)
{
    reader.requireAsync(node);
    std::vector<Awaitable> children;
    for (const JsonNode& child : node.at("gather").items())
        children.emplace_back(child, reader);
    const auto returns = node.find("return_exceptions");
    const bool isReturning = returns && returns->boolean();
    return std::make_unique<Gather>(std::move(children),
                                    isReturning ? GatherErrors::Return : GatherErrors::Raise,
                                    reader.into(node));
}

}  // namespace coroscope::scenario
