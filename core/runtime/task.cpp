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
            task->m_mustCancel = true;
            task->m_future.setCancelMessage(message);
        }
        return true;
    }
    throw RecursionError("maximum recursion depth exceeded");
}

int TaskBase::uncancel() noexcept
{
    if (m_cancelRequests > 0 && --m_cancelRequests == 0)
        m_mustCancel = false;
    return m_cancelRequests;
}

void TaskBase::waitFor(FutureBase& future, PromiseBase& leaf)
{
    EventLoop& loop = m_future.loop();
    if (Trace* const trace = loop.trace()) {
        std::vector<TaskId>& tasks = loop.m_awaited;
        tasks.clear();
        const Wait wait = future.describeWait(tasks);
        trace->append(loop.now(), EventKind::Suspend, future.awaitedAs(), m_id,
                      trace->addWait(wait, tasks));
    }
    park(future, leaf);
}

void TaskBase::waitForTask(TaskBase& task, PromiseBase& leaf)
{
    EventLoop& loop = m_future.loop();
    if (Trace* const trace = loop.trace())
        loop.record(EventKind::Suspend, Word::Task, m_id, trace->addWaitFor(task.id()));
    park(task.m_future, leaf);
}

inline void TaskBase::park(FutureBase& future, PromiseBase& leaf)
{
    m_leaf = &leaf;
    m_waitsFor = &future;
    future.addDoneCallback(*this);
    if (m_mustCancel) [[unlikely]]
        passCancelOn();
}

// It was cancelled before it came here: what it awaits is, in its place.
void TaskBase::passCancelOn()
{
    try {
        if (m_waitsFor->cancel(m_future.cancelMessage()))
            m_mustCancel = false;
    } catch (const RecursionError&) {
        // It keeps the request: a coroutine that is suspended already must not be thrown into.
    }
}

void TaskBase::throwCancelled()
{
    m_throwsCancelled = false;
    throw CancelledError(m_future.cancelMessage());
}

void TaskBase::throwIfCancelled(const FutureBase& future)
{
    if (!m_throwsCancelled)
        return;
    m_throwsCancelled = false;
    const bool isCancelledToo =
        future.isCancelled() ||
        (future.hasException() && isCancelledError(future.m_trouble->exception));
    if (!isCancelledToo)
        throw CancelledError(m_future.cancelMessage());
}

void TaskBase::yieldControlSlowly()
{
    EventLoop& loop = m_future.loop();
    loop.record(EventKind::Suspend, Word::Yield, m_id);
    loop.callSoon(*this);
}

// One step.
void TaskBase::runStep(Callback& callback)
{
    TaskBase& task = static_cast<TaskBase&>(callback);
    EventLoop& loop = task.m_future.loop();
    task.m_waitsFor = nullptr;
    loop.record(EventKind::Resume, Word::None, task.m_id);
    loop.m_current = &task;
    const bool isAskedToStop = task.m_mustCancel | task.m_throwsCancelled;  // one branch
    if (!isAskedToStop || !task.endsUnstarted()) [[likely]]
        task.resumeCoroutine();
    loop.m_current = nullptr;
    if (task.m_leaf == nullptr)
        loop.forget(task);
}

inline void TaskBase::resumeCoroutine()
{
    m_hasStarted = true;
    PromiseBase* at = std::exchange(m_leaf, nullptr);
    do {
        PromiseBase::next = nullptr;
        at->handle().resume();
        at = PromiseBase::next;
    } while (at != nullptr);
    if (m_leaf == nullptr)
        finish();
}

// Begins a step of a task that is to be cancelled, or was in its last step. True: it had not begun
// to run, and never will.
bool TaskBase::endsUnstarted()
{
    m_throwsCancelled = m_mustCancel;
    m_mustCancel = false;
    if (!m_throwsCancelled || m_hasStarted)
        return false;
    m_leaf = nullptr;
    m_future.endCoroutine(false);
    finishCancelled(m_future.cancelledError(), std::nullopt);
    return true;
}

void TaskBase::finish()
{
    const bool isCancelled = m_mustCancel;
    if (std::exception_ptr error = m_future.endCoroutine(!isCancelled)) {
        finishWithException(std::move(error));
    } else if (isCancelled) {
        m_mustCancel = false;
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

void TaskBase::recordReturnedNothing()
{
    m_future.loop().record(EventKind::Done, Word::Returned, m_id);
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
