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
    for (const StatementPtr& statement : block) {
        frame.interpreter().checkpoint();
        Flow flow = Flow::Next;
        if (statement->isInstant())
            flow = statement->executeNow(frame);
        else
            flow = co_await statement->execute(frame);
        if (flow == Flow::Return)
            co_return flow;
    }
    co_return Flow::Next;
}

Coroutine<BlockEnd> tryBlock(const Block& block, Frame& frame)
{
    BlockEnd end;
    try {
        end.flow = co_await executeBlock(block, frame);
    } catch (const Interrupted&) {
        throw;
    } catch (...) {
        end.error = std::current_exception();
    }
    co_return end;
}

}  // namespace coroscope::scenario
