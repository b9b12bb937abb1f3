// SPDX-License-Identifier: MIT
#include "core/runtime/task.h"

#include "core/runtime/errors.h"
#include "core/runtime/event_loop.h"

namespace coroscope {
namespace {

// Longer chains of tasks that await one another are taken for circles.
constexpr int longestChain = 10'000'000;

// Cancels what a coroutine awaits that is suspended already: it must not be thrown into.
bool passCancelTo(FutureBase& future, const CancelMessage& message)
{
    try {
        return future.cancel(message);
    } catch (const RecursionError&) {
        return false;
    }
}

}  // namespace

TaskBase::WakeUp::WakeUp(TaskBase& owner) noexcept : Callback(&TaskBase::runStep), task(owner) {}

TaskBase::TaskBase(FutureBase& future, PromiseBase& root, TaskId id) noexcept
    : m_future(future),
      m_leaf(&root),
      m_id(id)
{
}

void TaskBase::destroyFrames() noexcept
{
    PromiseBase::destroyChain(std::exchange(m_leaf, nullptr));
}

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
    m_leaf = &leaf;
    m_waitsFor = &future;
    EventLoop& loop = m_future.loop();
    if (Trace* const trace = loop.trace()) {
        std::vector<TaskId> tasks;
        const Wait wait = future.describeWait(tasks);
        loop.record(EventKind::Suspend, future.awaitedAs(), m_id, trace->addWait(wait, tasks));
    }
    future.addDoneCallback(m_wakeUp);
    if (m_mustCancel && passCancelTo(future, m_future.cancelMessage()))
        m_mustCancel = false;
}

void TaskBase::yieldControl(PromiseBase& leaf)
{
    m_leaf = &leaf;
    EventLoop& loop = m_future.loop();
    loop.record(EventKind::Suspend, Word::Yield, m_id);
    loop.callSoon(m_wakeUp);
}

void TaskBase::throwIfCancelled()
{
    if (std::exchange(m_throwsCancelled, false))
        throw CancelledError(m_future.cancelMessage());
}

void TaskBase::throwIfCancelled(const FutureBase& future)
{
    if (!std::exchange(m_throwsCancelled, false))
        return;
    const bool isCancelledToo =
        future.isCancelled() || (future.m_exception && isCancelledError(future.m_exception));
    if (!isCancelledToo)
        throw CancelledError(m_future.cancelMessage());
}

void TaskBase::runStep(Callback& wakeUp)
{
    static_cast<WakeUp&>(wakeUp).task.step();
}

void TaskBase::step()
{
    EventLoop& loop = m_future.loop();
    m_waitsFor = nullptr;
    m_throwsCancelled = std::exchange(m_mustCancel, false);
    loop.record(EventKind::Resume, Word::None, m_id);
    loop.m_current = this;
    const CauseScope cause(loop, m_id);
    if (m_throwsCancelled && !m_hasStarted) {
        destroyFrames();
        dropCoroutine();
        finishCancelled(m_future.cancelledError(), std::nullopt);
    } else {
        resumeCoroutine();
    }
    loop.m_current = nullptr;
    if (m_future.isDone())
        loop.forget(*this);
}

void TaskBase::resumeCoroutine()
{
    m_hasStarted = true;
    PromiseBase* at = std::exchange(m_leaf, nullptr);
    while (at != nullptr) {
        PromiseBase::next = nullptr;
        at->handle().resume();
        at = PromiseBase::next;
    }
    if (m_leaf == nullptr)
        finish();
}

void TaskBase::finish()
{
    if (std::exception_ptr error = takeException()) {
        dropCoroutine();
        finishWithException(std::move(error));
    } else if (std::exchange(m_mustCancel, false)) {
        dropCoroutine();
        finishCancelled(nullptr, m_future.cancelMessage());
    } else {
        finishWithResult();
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
    if (Trace* const trace = m_future.loop().trace()) {
        m_future.loop().record(EventKind::Done, Word::Returned, m_id,
                               trace->addOutcome({std::move(value), {}}));
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
