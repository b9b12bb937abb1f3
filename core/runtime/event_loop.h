// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/base/ticks.h"
#include "core/runtime/clock.h"
#include "core/runtime/coroutine.h"
#include "core/runtime/errors.h"
#include "core/runtime/loop_owned.h"
#include "core/runtime/owned_callback.h"
#include "core/runtime/ready_queue.h"
#include "core/runtime/task.h"
#include "core/runtime/timer_queue.h"
#include "core/trace/trace.h"

namespace coroscope {

class ThreadScheduler;

/// How running the loop ended.
enum class LoopEnd : std::uint8_t {
    Done,       ///< the future that was waited for is done
    Deadlock,   ///< nothing is ready and nothing can wake anybody up
    Stopped,    ///< abandon() was called
    Failed,     ///< a task raised what ends the program: SystemExit, KeyboardInterrupt
    OutOfTime,  ///< the next deadline lies behind Trace::maxTime
};

/// Runs tasks on one thread: asyncio's BaseEventLoop.
///
/// Order     one pass (`_run_once`): timers that are due go behind what is ready, then exactly as
///           many callbacks run as stood in the ready queue when the pass began; what they make
///           ready waits for the next pass.
/// Time      with a VirtualClock, jumps to the next deadline when nothing is ready, and only then.
/// Trace     a Turn for each pass; tasks add their own events. Without a trace: one branch each.
/// Threads   one loop on one thread.
/// Lifetime  futures, tasks and awaiters must not outlive their loop. Tasks that are unfinished
///           when it goes are destroyed without being resumed.
/// Source    asyncio/base_events.py
class EventLoop {
public:
    explicit EventLoop(Clock& clock, Trace* trace = nullptr);
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;
    ~EventLoop();

    [[nodiscard]] Ticks now() { return m_isVirtual ? m_now : refreshNow(); }

    /// Its first step runs in the next pass, never before the caller gives up control.
    template <typename T>
    Ref<Task<T>> createTask(Coroutine<T> coroutine)
    {
        return makeTask(std::move(coroutine), announce());
    }
    template <typename T>
    Ref<Task<T>> createTask(Coroutine<T> coroutine, const TaskNames& names)
    {
        return makeTask(std::move(coroutine), announce(names));
    }

    /// Puts a callback at the end of the ready queue.
    ReadyQueue::Position callSoon(Callback& callback) { return m_ready.push(callback); }
    /// The same for a callback that can be cancelled.
    void callSoon(Timer& timer);
    /// A deadline in the past is due in the next pass, behind all that is ready by then.
    void callAt(Ticks deadline, Timer& timer) { m_timers.add(deadline, timer); }
    void callLater(Ticks delay, Timer& timer) { callAt(deadlineIn(delay), timer); }
    /// Nothing happens when it has fired already.
    void cancel(Timer& timer) noexcept;

    /// `now() + delay`, without overflow.
    [[nodiscard]] Ticks deadlineIn(Ticks delay);

    /// Lets time pass while the running task holds the thread: time.sleep, or computing (`why`).
    /// Seen in the trace as Block and Unblock of `row`.
    void block(Ticks length, Word why, TaskId row, SiteId site = {});

    /// Passes until `future` is done: asyncio's run_until_complete.
    LoopEnd runUntilDone(FutureBase& future);
    /// Ends runUntilDone() after this pass's current callback; the loop can be run again.
    void fail(std::exception_ptr error) noexcept
    {
        m_failure = std::move(error);
        stop();
    }
    /// What fail() was called with, once.
    [[nodiscard]] std::exception_ptr takeFailure() noexcept
    {
        m_isStopping = m_isAbandoned;
        return std::exchange(m_failure, nullptr);
    }
    /// Cancels all unfinished tasks in order of their creation and runs until they are done: what
    /// asyncio.run does when main has ended.
    LoopEnd cancelRemaining();
    /// Ends the pass after the callback that runs; the loop cannot be run again.
    void abandon() noexcept
    {
        m_isAbandoned = true;
        stop();
    }
    [[nodiscard]] bool isAbandoned() const noexcept { return m_isAbandoned; }

    /// The task whose step is running; null outside.
    [[nodiscard]] TaskBase* currentTask() const noexcept { return m_current; }
    /// Whose doing it is what happens now: the running task, or the one whose end a callback
    /// follows from.
    [[nodiscard]] TaskId cause() const noexcept
    {
        return m_current != nullptr ? m_current->id() : m_cause;
    }
    /// The threads beside the loop, which are there from the first call on.
    [[nodiscard]] ThreadScheduler& useThreads();
    [[nodiscard]] Trace* trace() const noexcept { return m_trace; }
    /// Appends an event at now(), if there is a trace.
    void record(EventKind kind, Word word, TaskId task, std::uint32_t detail = Event::none)
    {
        if (m_virtualTrace != nullptr)
            m_virtualTrace->append(m_now, kind, word, task, detail);
        else if (m_trace != nullptr)
            recordInRealTime(kind, word, task, detail);
    }
    /// Passes are not recorded: for plain programs, which know no loop.
    void hideTurns() noexcept { m_turns = nullptr; }

    /// The loop whose pass is running on this thread. Precondition: there is one.
    [[nodiscard]] static EventLoop& running() noexcept
    {
        assert(s_running != nullptr);
        return *s_running;
    }

private:
    friend class FutureBase;
    friend class TaskBase;
    friend class CancelDepth;
    friend class CauseScope;
    friend class OutsideScope;
    friend class ThreadScheduler;
    friend class LoopOwned;
    class RunningScope;

    static constinit thread_local EventLoop* s_running;

    Ticks refreshNow();
    void recordInRealTime(EventKind kind, Word word, TaskId task, std::uint32_t detail);
    void passUntil(Ticks deadline);
    void holdThread(Ticks length, Word why);

    template <typename T>
    Ref<Task<T>> makeTask(Coroutine<T>&& coroutine, TaskId id)
    {
        Ref<Task<T>> task(new Task<T>(*this, std::move(coroutine), id));
        start(*task);
        return task;
    }
    [[nodiscard]] TaskId announce();
    [[nodiscard, gnu::noinline]] TaskId announceElsewhere();
    [[nodiscard]] TaskId recordNewest(Trace& trace, Ticks time);
    [[nodiscard]] TaskId announce(const TaskNames& names);
    [[nodiscard]] TaskInfo::Kind kindOfNewest() const noexcept
    {
        return m_taskCount == 1 ? TaskInfo::Kind::Main : TaskInfo::Kind::Task;
    }
    void start(TaskBase& task)
    {
        task.m_future.addOwner();
        task.m_previous = m_lastTask;
        (m_lastTask != nullptr ? m_lastTask->m_following : m_firstTask) = &task;
        m_lastTask = &task;
        callSoon(task);
    }
    void forget(TaskBase& task) noexcept;
    /// A future is done and calls back: records who became ready and why.
    void callBack(Callback& callback, const FutureBase& future)
    {
        if (m_isAbandoned)
            return;
        Trace* const trace = m_virtualTrace;
        const bool canRecord = trace != nullptr ? trace->hasRoom() : m_trace == nullptr;
        if (!canRecord || m_ready.isFull()) [[unlikely]]
            return callBackElsewhere(callback, future);
        if (trace != nullptr && callback.isTask())
            trace->appendInRoom(m_now, EventKind::Ready, readyAgainBy(future), idOf(callback),
                                cause().value);
        m_ready.pushInRoom(callback);
    }
    // Apart from it, since registers have to be saved where memory may be taken.
    void callBackElsewhere(Callback& callback, const FutureBase& future);
    static Word readyAgainBy(const FutureBase& future) noexcept
    {
        return future.isCancelled() ? Word::Cancel : future.wakesAs();
    }
    static TaskId idOf(const Callback& task) noexcept
    {
        return static_cast<const TaskBase&>(task).id();
    }

    LoopEnd waitUntilSomethingIsDue();  ///< Done: something is
    void recordTurn();
    void takeDueTimers();
    void runBatch();
    void runNext();
    void runStep(TaskBase& task);
    void stop() noexcept
    {
        m_isStopping = true;
        m_passEnd = m_ready.begin();
    }
    LoopEnd runUntil(const bool& isDone);

    Clock& m_clock;
    Trace* const m_trace;
    const bool m_isVirtual;
    Trace* const m_virtualTrace;  // null unless time is virtual: spares the usual case one question
    bool m_isAbandoned = false;
    bool m_isStopping = false;  // it is abandoned, or has failed
    Trace* m_turns;             // null if passes are not recorded
    Ticks m_now{};
    ReadyQueue m_ready;
    ReadyQueue::Position m_passEnd = 0;  // of the pass that runs: behind its last callback
    TimerQueue m_timers;
    TaskBase* m_current = nullptr;
    TaskId m_cause;  // whose doing it is what callbacks outside of any step do
    TaskBase* m_firstTask = nullptr;
    TaskBase* m_lastTask = nullptr;
    LoopOwned* m_owned = nullptr;
    std::vector<TaskId> m_awaited;  // of the wait that is being recorded
    std::uint32_t m_taskCount = 0;
    int m_cancelDepth = 0;
    std::exception_ptr m_failure;
    std::unique_ptr<ThreadScheduler> m_threads;  // null as long as nobody asked for them
};

// Inline where the commonest things happen: a call would cost a quarter of what they do.

inline void TaskBase::waitForTask(TaskBase& task)
{
    EventLoop& loop = m_future.loop();
    if (Trace* const trace = loop.trace())
        loop.record(EventKind::Suspend, Word::Task, m_id, trace->addWaitFor(task.id()));
    park(task.m_future);
}

inline void TaskBase::park(FutureBase& future)
{
    m_waitsFor = &future;
    future.addDoneCallback(*this);
    if ((m_flags & mustCancel) != 0) [[unlikely]]
        passCancelOn();
}

inline void TaskBase::recordReturnedNothing()
{
    m_future.loop().record(EventKind::Done, Word::Returned, m_id);
}

/// What happens in this scope is the doing of `task`: for callbacks that run outside any step.
class CauseScope {
public:
    CauseScope(EventLoop& loop, TaskId task) noexcept
        : m_loop(loop), m_outer(std::exchange(loop.m_cause, task))
    {}
    CauseScope(const CauseScope&) = delete;
    CauseScope& operator=(const CauseScope&) = delete;
    ~CauseScope() { m_loop.m_cause = m_outer; }

private:
    EventLoop& m_loop;
    const TaskId m_outer;
};

/// What happens in this scope is done outside the loop, by a thread of its own, as `row`.
class OutsideScope {
public:
    OutsideScope(EventLoop& loop, TaskId row) noexcept
        : m_loop(loop),
          m_task(std::exchange(loop.m_current, nullptr)),
          m_leaf(PromiseBase::leaf),
          m_cause(loop, row)
    {}
    OutsideScope(const OutsideScope&) = delete;
    OutsideScope& operator=(const OutsideScope&) = delete;
    ~OutsideScope()
    {
        m_loop.m_current = m_task;
        PromiseBase::leaf = m_leaf;
    }

private:
    EventLoop& m_loop;
    TaskBase* const m_task;
    PromiseBase* const m_leaf;
    const CauseScope m_cause;
};

/// One level of futures that pass a request to cancel on to others.
///
/// Errors  RecursionError when they go too deep: they await one another in a circle.
class CancelDepth {
public:
    explicit CancelDepth(EventLoop& loop) : m_loop(loop)
    {
        if (loop.m_cancelDepth >= deepest)
            throw RecursionError("maximum recursion depth exceeded");
        ++loop.m_cancelDepth;
    }
    CancelDepth(const CancelDepth&) = delete;
    CancelDepth& operator=(const CancelDepth&) = delete;
    ~CancelDepth() { --m_loop.m_cancelDepth; }

private:
    static constexpr int deepest = 1000;

    EventLoop& m_loop;
};

/// asyncio.create_task: a task on the loop that is running on this thread.
template <typename T>
Ref<Task<T>> createTask(Coroutine<T> coroutine)
{
    return EventLoop::running().createTask(std::move(coroutine));
}
template <typename T>
Ref<Task<T>> createTask(Coroutine<T> coroutine, const TaskNames& names)
{
    return EventLoop::running().createTask(std::move(coroutine), names);
}

}  // namespace coroscope
