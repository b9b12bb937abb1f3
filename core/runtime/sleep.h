// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <vector>

#include "core/runtime/await.h"

namespace coroscope {

/// What a sleeper waits for: a future that a timer finishes.
class SleepFuture final : public Future<void> {
public:
    SleepFuture(EventLoop& loop, Ticks deadline) noexcept
        : Future(loop, Word::Timer), m_deadline(deadline)
    {}

    [[nodiscard]] Word awaitedAs() const override { return Word::Sleep; }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override;

private:
    const Ticks m_deadline;
};

/// `await asyncio.sleep(delay)`.
///
/// Resume    two callbacks after its deadline: the timer finishes the future, the future wakes the
///           task. A delay that is not positive is a yield().
/// Errors    CancelledError at once when the task is cancelled; the timer is taken out then.
/// Lifetime  timer and future stand in the awaiting coroutine's frame: nothing is allocated.
/// Source    asyncio/tasks.py, sleep()
class SleepAwaiter {
public:
    explicit SleepAwaiter(Ticks delay);
    SleepAwaiter(const SleepAwaiter&) = delete;
    SleepAwaiter& operator=(const SleepAwaiter&) = delete;
    ~SleepAwaiter() { m_loop.cancel(m_timer); }

    bool await_ready() const noexcept { return false; }
    template <RuntimePromise Promise>
    void await_suspend(std::coroutine_handle<Promise>)
    {
        start();
    }
    void await_resume();

private:
    class WakeTimer : public Timer {
    public:
        explicit WakeTimer(SleepFuture& future) noexcept : Timer(&WakeTimer::fire), m_future(future)
        {}
        void willWake(TaskBase& task) noexcept { willTouch(&task.future()); }

    private:
        static void fire(Timer& timer);
        SleepFuture& m_future;
    };

    void start();

    EventLoop& m_loop;
    const Ticks m_delay;
    SleepFuture m_future;
    WakeTimer m_timer{m_future};
};

[[nodiscard]] inline SleepAwaiter sleep(Ticks delay)
{
    return SleepAwaiter(delay);
}

}  // namespace coroscope
