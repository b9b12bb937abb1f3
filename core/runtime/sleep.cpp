// SPDX-License-Identifier: MIT
#include "core/runtime/sleep.h"

namespace coroscope {

Wait SleepFuture::describeWait(std::vector<TaskId>&) const
{
    Wait wait;
    wait.until = m_deadline;
    return wait;
}

SleepAwaiter::SleepAwaiter(Ticks delay)
    : m_loop(EventLoop::running()), m_delay(delay), m_future(m_loop, m_loop.deadlineIn(delay))
{}

void SleepAwaiter::start()
{
    if (m_delay <= Ticks{})
        return;  // a yield
    TaskBase& task = *m_loop.currentTask();
    m_timer.willWake(task);
    m_loop.callLater(m_delay, m_timer);
    task.waitFor(m_future);
}

void SleepAwaiter::await_resume()
{
    m_loop.cancel(m_timer);
    m_loop.currentTask()->throwIfCancelled(m_future);
    if (m_future.isDone())
        static_cast<void>(m_future.result());
}

void SleepAwaiter::WakeTimer::fire(Timer& timer)
{
    SleepFuture& future = static_cast<WakeTimer&>(timer).m_future;
    if (!future.isDone())
        future.setResult();
}

}  // namespace coroscope
