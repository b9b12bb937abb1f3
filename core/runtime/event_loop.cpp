// SPDX-License-Identifier: MIT
#include "core/runtime/event_loop.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <vector>

#include "core/runtime/done_flag.h"
#include "core/runtime/gather.h"
#include "core/runtime/threads.h"

namespace coroscope {
namespace {

Callback nothing([](Callback&) {});

// Finishes a future, through the ready queue.
class Finish final : public OwnedCallback {
public:
    explicit Finish(Ref<Future<void>> future)
        : OwnedCallback(future->loop()), m_future(std::move(future))
    {}

private:
    void called() override { m_future->setResult(); }

    const Ref<Future<void>> m_future;
};

}  // namespace

constinit thread_local EventLoop* EventLoop::s_running = nullptr;

// The loop that runs in this scope.
class EventLoop::RunningScope {
public:
    explicit RunningScope(EventLoop& loop) noexcept
        : m_outer(std::exchange(s_running, &loop)), m_outerLeaf(PromiseBase::leaf)
    {}
    RunningScope(const RunningScope&) = delete;
    RunningScope& operator=(const RunningScope&) = delete;
    ~RunningScope()
    {
        s_running = m_outer;
        PromiseBase::leaf = m_outerLeaf;
    }

private:
    EventLoop* const m_outer;
    PromiseBase* const m_outerLeaf;
};

EventLoop::EventLoop(Clock& clock, Trace* trace)
    : m_clock(clock),
      m_trace(trace),
      m_isVirtual(dynamic_cast<VirtualClock*>(&clock) != nullptr),
      m_virtualTrace(m_isVirtual ? trace : nullptr),
      m_turns(trace),
      m_now(clock.now())
{}

EventLoop::~EventLoop()
{
    abandon();
    for (TaskBase* task = m_firstTask; task != nullptr; task = task->m_following)
        task->destroyFrames();
    while (m_owned != nullptr)
        delete m_owned;
    while (m_firstTask != nullptr)
        forget(*m_firstTask);
}

Ticks EventLoop::refreshNow()
{
    m_now = std::max(m_now, m_clock.now());
    return m_now;
}

void EventLoop::recordInRealTime(EventKind kind, Word word, TaskId task, std::uint32_t detail)
{
    m_trace->append(refreshNow(), kind, word, task, detail);
}

Ticks EventLoop::deadlineIn(Ticks delay)
{
    const Ticks current = now();
    return delay > Ticks::max() - current ? Ticks::max() : current + delay;
}

void EventLoop::passUntil(Ticks deadline)
{
    m_clock.passUntil(deadline);
    refreshNow();
}

void EventLoop::callSoon(Timer& timer)
{
    timer.m_position = m_ready.push(timer);
    timer.m_state = Timer::State::Due;
}

void EventLoop::cancel(Timer& timer) noexcept
{
    switch (timer.m_state) {
    case Timer::State::Idle: break;
    case Timer::State::Pending: m_timers.cancel(timer); break;
    case Timer::State::Due:
        m_ready.replace(timer.m_position, nothing);
        timer.m_state = Timer::State::Idle;
        break;
    }
}

void EventLoop::block(Ticks length, Word why, TaskId row, SiteId site)
{
    record(EventKind::Block, why, row, site.value);
    const Ticks end = deadlineIn(length);
    if (end > Trace::maxTime)
        abandon();
    else
        holdThread(length, why);
    record(EventKind::Unblock, Word::None, row);
}

void EventLoop::holdThread(Ticks length, Word why)
{
    if (m_threads == nullptr)
        passUntil(deadlineIn(length));
    else if (why == Word::Work)
        m_threads->computeInLoop(length);
    else
        m_threads->sleepInLoop(length);
}

ThreadScheduler& EventLoop::useThreads()
{
    if (m_threads == nullptr)
        m_threads = std::make_unique<ThreadScheduler>(*this);
    return *m_threads;
}

inline TaskId EventLoop::recordNewest(Trace& trace, Ticks time)
{
    ++m_taskCount;
    const TaskId parent = m_current != nullptr ? m_current->id() : TaskId{};
    const TaskId id = trace.addTask(m_taskCount, parent, kindOfNewest());
    trace.append(time, EventKind::Create, Word::None, id);
    return id;
}

// As most tasks: without a name of its own, without a word about how it was called. Apart from what
// may take memory, for which registers would have to be saved.
TaskId EventLoop::announce()
{
    Trace* const trace = m_virtualTrace;
    if (trace == nullptr || !trace->hasRoomForTask()) [[unlikely]]
        return announceElsewhere();
    return recordNewest(*trace, m_now);
}

TaskId EventLoop::announceElsewhere()
{
    if (m_trace == nullptr)
        return {m_taskCount++};
    return recordNewest(*m_trace, now());
}

TaskId EventLoop::announce(const TaskNames& names)
{
    if (m_trace == nullptr)
        return {m_taskCount++};
    ++m_taskCount;
    const TaskId parent = m_current != nullptr ? m_current->id() : TaskId{};
    std::string name = names.name.empty() ? "Task-" + std::to_string(m_taskCount) : names.name;
    const TaskId id =
        m_trace->addTask({std::move(name), names.label, parent, kindOfNewest(), names.site});
    record(EventKind::Create, Word::None, id);
    return id;
}

void EventLoop::callBackElsewhere(Callback& callback, const FutureBase& future)
{
    if (callback.isTask())
        record(EventKind::Ready, readyAgainBy(future), idOf(callback), cause().value);
    callSoon(callback);
}

void EventLoop::forget(TaskBase& task) noexcept
{
    (task.m_previous != nullptr ? task.m_previous->m_following : m_firstTask) = task.m_following;
    (task.m_following != nullptr ? task.m_following->m_previous : m_lastTask) = task.m_previous;
    task.m_future.dropOwner();
}

LoopEnd EventLoop::runUntilDone(FutureBase& future)
{
    const DoneFlag done(future);
    const LoopEnd end = runUntil(done.isSet);
    if (end != LoopEnd::Done || future.isDone())
        return end;
    fail(std::make_exception_ptr(std::logic_error("Event loop stopped before Future completed.")));
    return LoopEnd::Failed;
}

LoopEnd EventLoop::cancelRemaining()
{
    std::vector<Ref<FutureBase>> remaining;
    for (TaskBase* task = m_firstTask; task != nullptr; task = task->m_following)
        remaining.emplace_back(&task->m_future);
    if (remaining.empty())
        return LoopEnd::Done;
    for (const Ref<FutureBase>& task : remaining)
        task->cancel();
    const Ref<Gathering> all = gather(*this, std::move(remaining), GatherErrors::Return);
    LoopEnd end = runUntilDone(*all);
    // asyncio.run shuts down generators and the executor: two passes each, in which tasks go on
    // that were created meanwhile.
    for (int shutdown = 0; shutdown < 2 && end == LoopEnd::Done && m_firstTask != nullptr;
         ++shutdown) {
        const Ref<Future<void>> isShutDown(new Future<void>(*this));
        callSoon(*new Finish(isShutDown));
        end = runUntilDone(*isShutDown);
    }
    return end;
}

// One step of a task. It stays the current one after its step, until something else runs.
inline void EventLoop::runStep(TaskBase& task)
{
    record(EventKind::Resume, Word::None, task.m_id);
    m_current = &task;
    task.m_waitsFor = nullptr;
    const bool goesOn = task.beginStep();
    task.m_leaf = goesOn ? PromiseBase::run(task.m_leaf) : nullptr;
    if (task.m_leaf == nullptr) {
        task.end();
        m_current = nullptr;
        forget(task);
    } else if (task.m_waitsFor == nullptr) {  // it yields
        record(EventKind::Suspend, Word::Yield, task.m_id);
        m_ready.pushInRoom(task);
    }
}

inline void EventLoop::runNext()
{
    Callback& next = m_ready.pop();
    if (next.isTask()) [[likely]] {
        runStep(static_cast<TaskBase&>(next));
    } else {
        m_current = nullptr;
        next.run();
    }
}

inline void EventLoop::runBatch()
{
    m_passEnd = m_isStopping ? m_ready.begin() : m_ready.end();
    while (m_ready.begin() != m_passEnd) {
        // Tasks keep what they raise. Of callbacks only those raise that cancel tasks which await
        // one another in a circle: the loop goes on, as CPython's does.
        try {
            while (m_ready.begin() != m_passEnd)
                runNext();
        } catch (const RecursionError&) {
        }
    }
    m_current = nullptr;
}

inline void EventLoop::recordTurn()
{
    if (m_turns != nullptr)
        m_turns->appendTurn(now(), {static_cast<std::uint32_t>(m_ready.size()),
                                    static_cast<std::uint32_t>(m_timers.size())});
}

inline LoopEnd EventLoop::waitUntilSomethingIsDue()
{
    if (!m_ready.isEmpty())
        return LoopEnd::Done;
    if (m_threads != nullptr)
        return m_threads->waitForWork();
    if (m_timers.isEmpty())
        return LoopEnd::Deadlock;
    const Ticks deadline = m_timers.nextDeadline();
    if (deadline > Trace::maxTime)
        return LoopEnd::OutOfTime;
    passUntil(deadline);
    return LoopEnd::Done;
}

void EventLoop::takeDueTimers()
{
    if (m_timers.isEmpty())
        return;
    const Ticks current = now();
    while (Timer* const timer = m_timers.popDue(current))
        callSoon(*timer);
}

LoopEnd EventLoop::runUntil(const bool& isDone)
{
    const RunningScope scope(*this);
    while (!isDone) {
        const LoopEnd end = waitUntilSomethingIsDue();
        if (end != LoopEnd::Done)
            return end;
        takeDueTimers();
        recordTurn();
        runBatch();
        if (m_isStopping)
            return m_isAbandoned ? LoopEnd::Stopped : LoopEnd::Failed;
    }
    return LoopEnd::Done;
}

}  // namespace coroscope
