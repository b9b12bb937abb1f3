// SPDX-License-Identifier: MIT
#include "core/runtime/task.h"

#include "core/runtime/errors.h"
#include "core/runtime/event_loop.h"

namespace coroscope {
namespace {

// Longer chains of tasks that await one another are taken for circles.
constexpr int longestChain = 10'000'000;

}  // namespace

bool TaskBase::requestCancel(const CancelMessage& message)
{
    // asyncio asks the awaited future, which asks the one that it awaits, and so on; whoever cannot
    // pass the request on keeps it.
    if (!m_future.isDone())
        recordCancel(message);
    TaskBase* task = this;
    for (int depth = 0; depth < longestChain; ++depth) {
        if (task->m_future.isDone())
            return false;
        ++task->m_cancelRequests;
        FutureBase* const awaited = task->m_waitsFor;
        TaskBase* const awaitedTask = awaited != nullptr ? awaited->asTask() : nullptr;
        if (awaitedTask != nullptr && !awaited->isDone()) {
            task = awaitedTask;
            continue;
        }
        if (awaited == nullptr || !awaited->cancel(message)) {
            task->m_flags |= mustCancel;
            task->m_future.setCancelMessage(message);
        }
        return true;
    }
    throw RecursionError("maximum recursion depth exceeded");
}

int TaskBase::uncancel() noexcept
{
    if (m_cancelRequests > 0 && --m_cancelRequests == 0)
        m_flags &= ~mustCancel;
    return cancelling();
}

void TaskBase::waitFor(FutureBase& future)
{
    EventLoop& loop = m_future.loop();
    if (Trace* const trace = loop.trace()) {
        std::vector<TaskId>& tasks = loop.m_awaited;
        tasks.clear();
        const Wait wait = future.describeWait(tasks);
        trace->append(loop.now(), EventKind::Suspend, future.awaitedAs(), m_id,
                      trace->addWait(wait, tasks));
    }
    park(future);
}

// It was cancelled before it came here: what it awaits is, in its place.
void TaskBase::passCancelOn()
{
    try {
        if (m_waitsFor->cancel(m_future.cancelMessage()))
            m_flags &= ~mustCancel;
    } catch (const RecursionError&) {
        // It keeps the request: a coroutine that is suspended already must not be thrown into.
    }
}

void TaskBase::throwCancelled()
{
    m_flags &= ~throwsCancelled;
    throw CancelledError(m_future.cancelMessage());
}

void TaskBase::throwCancelled(const FutureBase& future)
{
    m_flags &= ~throwsCancelled;
    const bool isCancelledToo =
        future.isCancelled() ||
        (future.hasException() && isCancelledError(future.m_trouble->exception));
    if (!isCancelledToo)
        throw CancelledError(m_future.cancelMessage());
}

// Whether the coroutine is to go on: not if the task was cancelled before it began.
bool TaskBase::beginStepAfterCancel()
{
    const bool isCancelled = (m_flags & mustCancel) != 0;
    const bool goesOn = !isCancelled || (m_flags & hasBegun) != 0;
    m_flags =
        static_cast<std::uint8_t>((goesOn ? hasBegun : 0) | (isCancelled ? throwsCancelled : 0));
    return goesOn;
}

void TaskBase::finishWithoutResult(std::exception_ptr error)
{
    if (error != nullptr) {
        finishWithException(std::move(error));
    } else if ((m_flags & hasBegun) == 0) {
        finishCancelled(m_future.cancelledError(), std::nullopt);
    } else {
        m_flags &= ~mustCancel;
        finishCancelled(nullptr, m_future.cancelMessage());
    }
}

void TaskBase::finishWithException(std::exception_ptr error)
{
    try {
        std::rethrow_exception(error);
    } catch (const CancelledError&) {
        finishCancelled(std::move(error), std::nullopt);
    } catch (const NamedError& named) {
        recordDone(Word::Raised, error);
        m_future.setException(error);
        if (named.endsProgram())
            m_future.loop().fail(std::move(error));
    } catch (...) {
        recordDone(Word::Raised, error);
        m_future.setException(std::move(error));
    }
}

void TaskBase::finishCancelled(std::exception_ptr error, const CancelMessage& message)
{
    m_future.setCancelMessage(message);
    recordDone(Word::Cancelled, error ? error : m_future.cancelledError());
    m_future.finish(FutureBase::State::Cancelled, std::move(error));
}

void TaskBase::recordReturned(std::string value)
{
    EventLoop& loop = m_future.loop();
    if (Trace* const trace = loop.trace()) {
        loop.record(EventKind::Done, Word::Returned, m_id,
                    value.empty() ? Event::none : trace->addOutcome({std::move(value), {}}));
    }
}

void TaskBase::recordDone(Word how, const std::exception_ptr& error)
{
    Trace* const trace = m_future.loop().trace();
    if (trace != nullptr && !m_future.loop().isAbandoned())
        m_future.loop().record(EventKind::Done, how, m_id, trace->addOutcome(describe(error)));
}

void TaskBase::recordCancel(const CancelMessage& message)
{
    EventLoop& loop = m_future.loop();
    if (Trace* const trace = loop.trace()) {
        const TaskBase* const by = loop.currentTask();
        loop.record(EventKind::Cancel, Word::None, m_id,
                    trace->addCancel({by != nullptr ? by->id() : TaskId{}, message.value_or("")}));
    }
}

}  // namespace coroscope
