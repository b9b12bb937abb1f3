// SPDX-License-Identifier: MIT
#include "core/scenario/statement.h"

#include <cassert>

#include "core/scenario/interpreter.h"

namespace coroscope::scenario {

Flow Statement::executeNow(Frame&) const
{
    assert(!"only instant statements can be executed without waiting");
    return Flow::Next;
}

Coroutine<Flow> InstantStatement::execute(Frame& frame) const
{
    co_return executeNow(frame);
}

Coroutine<Flow> executeBlock(const Block& block, Frame& frame)
{
    const StatementId around = frame.statement();
    Flow flow = Flow::Next;
    for (const Step& step : block) {
        frame.interpreter().checkpoint();
        frame.moveTo(step.id);
        if (step.statement->isInstant())
            flow = step.statement->executeNow(frame);
        else
            flow = co_await step.statement->execute(frame);
        if (flow == Flow::Return)
            break;
    }
    frame.moveTo(around);
    co_return flow;
}

Coroutine<BlockEnd> tryBlock(const Block& block, Frame& frame)
{
    const StatementId around = frame.statement();
    BlockEnd end;
    try {
        end.flow = co_await executeBlock(block, frame);
    } catch (const Interrupted&) {
        throw;
    } catch (...) {
        end.error = std::current_exception();
        frame.moveTo(around);
    }
    co_return end;
}

}  // namespace coroscope::scenario
