// SPDX-License-Identifier: MIT
#include "core/runtime/threads.h"

#include <algorithm>

#include "core/runtime/event_loop.h"

namespace coroscope {

// The thread that the loop runs on.
class ThreadScheduler::LoopThread final : public SimulatedThread {
public:
    explicit LoopThread(Cores& cores) noexcept : SimulatedThread(cores) {}

    using SimulatedThread::compute;
    using SimulatedThread::sleep;
    using SimulatedThread::start;
    using SimulatedThread::stop;

private:
    void proceed() override {}  // the loop goes on when it sees that it has the lock
};

Cores::Cores(ThreadScheduler& scheduler, int count) : m_scheduler(scheduler), m_free(count)
{
    scheduler.m_cores.push_back(this);
}

Cores::~Cores()
{
    std::erase(m_scheduler.m_cores, this);
}

void SimulatedThread::detach() noexcept
{
    if (m_cores == nullptr)
        return;
    std::erase(scheduler().m_threads, this);
    std::erase(m_cores->m_waiting, this);
    m_cores = nullptr;
}

void SimulatedThread::start()
{
    ThreadScheduler& all = scheduler();
    all.m_threads.push_back(this);
    m_left = Ticks{};
    all.want(*this);
}

void SimulatedThread::compute(Ticks length)
{
    m_state = State::Computing;
    m_left = length;
    m_since = scheduler().m_loop.now();
}

void SimulatedThread::sleep(Ticks length)
{
    m_left = Ticks{};
    m_wakeAt = scheduler().m_loop.deadlineIn(length);
    scheduler().giveUp(*this);
    m_state = State::Sleeping;
}

void SimulatedThread::stop()
{
    scheduler().giveUp(*this);
    m_state = State::Stopped;
    std::erase(scheduler().m_threads, this);
}

ThreadScheduler::ThreadScheduler(EventLoop& loop)
    : m_loop(loop),
      m_interpreter(*this, 1),
      m_loopThread(std::make_unique<LoopThread>(m_interpreter))
{
    m_loopThread->start();
    m_loopThread->m_state = SimulatedThread::State::Proceeding;
}

ThreadScheduler::~ThreadScheduler() = default;

void ThreadScheduler::want(SimulatedThread& thread)
{
    Cores& cores = *thread.m_cores;
    thread.m_turn = m_loop.now();
    if (cores.m_free > 0) {  // then nobody waits
        grant(thread);
        return;
    }
    thread.m_state = SimulatedThread::State::Waiting;
    cores.m_waiting.push_back(&thread);
    thread.beginWaiting();
}

void ThreadScheduler::grant(SimulatedThread& thread)
{
    const bool hasWaited = thread.m_state == SimulatedThread::State::Waiting;
    --thread.m_cores->m_free;
    thread.m_state = SimulatedThread::State::Computing;
    thread.m_turn = thread.m_since = m_loop.now();
    if (hasWaited)
        thread.endWaiting();
}

void ThreadScheduler::giveUp(SimulatedThread& thread)
{
    Cores& cores = *thread.m_cores;
    if (!thread.hasCore())
        return;
    ++cores.m_free;
    if (cores.m_waiting.empty())
        return;
    SimulatedThread* const next = cores.m_waiting.front();
    cores.m_waiting.pop_front();
    grant(*next);
}

SimulatedThread* ThreadScheduler::longestComputing(const Cores& cores) const
{
    SimulatedThread* longest = nullptr;
    for (SimulatedThread* const thread : m_threads) {
        if (thread->m_cores == &cores && thread->m_state == SimulatedThread::State::Computing &&
            (longest == nullptr || thread->m_turn < longest->m_turn))
            longest = thread;
    }
    return longest;
}

std::optional<Ticks> ThreadScheduler::switchTime(const Cores& cores) const
{
    if (cores.m_waiting.empty())
        return std::nullopt;
    const SimulatedThread* const longest = longestComputing(cores);
    if (longest == nullptr)
        return std::nullopt;
    return std::max(longest->m_turn, cores.m_waiting.front()->m_turn) + switchInterval;
}

std::optional<Ticks> ThreadScheduler::nextEvent() const
{
    std::optional<Ticks> next;
    const auto consider = [&](std::optional<Ticks> time) {
        if (time && (!next || *time < *next))
            next = time;
    };
    for (const SimulatedThread* const thread : m_threads) {
        if (thread->m_state == SimulatedThread::State::Computing)
            consider(thread->m_since + thread->m_left);
        else if (thread->m_state == SimulatedThread::State::Sleeping)
            consider(thread->m_wakeAt);
    }
    for (const Cores* const cores : m_cores)
        consider(switchTime(*cores));
    return next;
}

// One thing that is due now; false if there is none.
bool ThreadScheduler::handleOne()
{
    const Ticks now = m_loop.now();
    for (SimulatedThread* const thread : m_threads) {
        if (thread->m_state == SimulatedThread::State::Sleeping && thread->m_wakeAt <= now) {
            want(*thread);
            return true;
        }
        if (thread->m_state == SimulatedThread::State::Computing &&
            thread->m_since + thread->m_left <= now) {
            thread->m_state = SimulatedThread::State::Proceeding;
            thread->m_left = Ticks{};
            thread->proceed();
            return true;
        }
    }
    for (Cores* const cores : m_cores) {
        const std::optional<Ticks> time = switchTime(*cores);
        if (!time || *time > now)
            continue;
        SimulatedThread& last = *longestComputing(*cores);
        last.m_left -= now - last.m_since;
        giveUp(last);
        want(last);
        return true;
    }
    return false;
}

void ThreadScheduler::handleDue()
{
    while (!m_loop.isAbandoned() && handleOne()) {
    }
}

// False if there is none, or the loop was abandoned.
bool ThreadScheduler::passUntilNextEvent()
{
    const std::optional<Ticks> next = nextEvent();
    if (!next || m_loop.isAbandoned())
        return false;
    if (*next > Trace::maxTime) {
        m_loop.abandon();
        return false;
    }
    m_loop.passUntil(*next);
    handleDue();
    return true;
}

void ThreadScheduler::runUntilLoopHasLock()
{
    handleDue();
    while (m_loopThread->m_state != SimulatedThread::State::Proceeding && passUntilNextEvent()) {
    }
}

void ThreadScheduler::computeInLoop(Ticks length)
{
    m_loopThread->compute(length);
    runUntilLoopHasLock();
}

void ThreadScheduler::sleepInLoop(Ticks length)
{
    m_loopThread->sleep(length);
    runUntilLoopHasLock();
}

LoopEnd ThreadScheduler::waitForWork()
{
    m_loopThread->stop();
    handleDue();
    while (m_loop.m_ready.isEmpty() && !m_loop.isAbandoned()) {
        std::optional<Ticks> next = nextEvent();
        const bool hasTimer = !m_loop.m_timers.isEmpty();
        const Ticks deadline = hasTimer ? m_loop.m_timers.nextDeadline() : Ticks{};
        if (hasTimer && (!next || deadline <= *next))
            next = deadline;
        if (!next)
            return LoopEnd::Deadlock;
        if (*next > Trace::maxTime)
            return LoopEnd::OutOfTime;
        m_loop.passUntil(*next);
        handleDue();
        if (hasTimer && deadline <= m_loop.now())
            break;
    }
    m_loopThread->start();
    runUntilLoopHasLock();
    return m_loop.isAbandoned() ? LoopEnd::Stopped : LoopEnd::Done;
}

}  // namespace coroscope
