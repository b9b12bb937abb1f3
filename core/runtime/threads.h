// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/ticks.h"

namespace coroscope {

class EventLoop;
class ThreadScheduler;
class SimulatedThread;
enum class LoopEnd : std::uint8_t;

/// What threads need to compute: the one lock of an interpreter, or the cores of a machine. Who
/// sleeps needs none.
///
/// Order  first come, first served; while somebody waits, whoever computes hands on after 5 ms
///        (Python's sys.getswitchinterval()).
class Cores {
public:
    Cores(ThreadScheduler& scheduler, int count);
    Cores(const Cores&) = delete;
    Cores& operator=(const Cores&) = delete;
    ~Cores();

private:
    friend class ThreadScheduler;
    friend class SimulatedThread;

    ThreadScheduler& m_scheduler;
    int m_free;
    std::deque<SimulatedThread*> m_waiting;
};

/// A thread beside the loop's own, in the loop's time. No real thread stands behind it.
class SimulatedThread {
public:
    SimulatedThread(const SimulatedThread&) = delete;
    SimulatedThread& operator=(const SimulatedThread&) = delete;

protected:
    explicit SimulatedThread(Cores& cores) noexcept : m_cores(&cores) {}
    virtual ~SimulatedThread() { detach(); }

    /// It has a core and nothing left to compute: goes on with its program, which takes no time
    /// until it calls compute(), sleep() or stop(), once.
    virtual void proceed() = 0;
    virtual void beginWaiting() {}  ///< it needs a core and there is none
    virtual void endWaiting() {}    ///< now it has one

    void start();
    void compute(Ticks length);
    void sleep(Ticks length);
    void stop();
    /// Has nothing to do with its cores any more, which may go. Only its end may follow.
    void detach() noexcept;
    [[nodiscard]] Ticks left() const noexcept { return m_left; }  ///< to compute

    [[nodiscard]] ThreadScheduler& scheduler() const noexcept { return m_cores->m_scheduler; }

private:
    friend class ThreadScheduler;

    enum class State : std::uint8_t { Stopped, Waiting, Computing, Proceeding, Sleeping };

    [[nodiscard]] bool hasCore() const noexcept
    {
        return m_state == State::Computing || m_state == State::Proceeding;
    }

    Cores* m_cores;  // null: detached
    State m_state = State::Stopped;
    Ticks m_left{};   // Computing: how long still, at m_since
    Ticks m_since{};  // when this was noted
    Ticks m_turn{};   // when it got its core, or began to wait for one
    Ticks m_wakeAt{};
};

/// Runs simulated threads while the loop waits, sleeps or computes. The loop's thread competes
/// with them for the interpreter's lock.
///
/// Order   events of one instant: threads in the order in which they were started, all of them
///         before the loop's timers.
/// Source  Python/ceval_gil.c
class ThreadScheduler {
public:
    explicit ThreadScheduler(EventLoop& loop);
    ThreadScheduler(const ThreadScheduler&) = delete;
    ThreadScheduler& operator=(const ThreadScheduler&) = delete;
    ~ThreadScheduler();

    [[nodiscard]] EventLoop& loop() const noexcept { return m_loop; }
    /// The lock of the loop's own interpreter.
    [[nodiscard]] Cores& interpreter() noexcept { return m_interpreter; }

    // For the loop, whose thread has the lock whenever its code runs.

    /// Gives the lock up until a callback is ready or a timer due.
    LoopEnd waitForWork();
    void computeInLoop(Ticks length);
    void sleepInLoop(Ticks length);

private:
    friend class Cores;
    friend class SimulatedThread;
    class LoopThread;

    static constexpr Ticks switchInterval = std::chrono::milliseconds(5);

    void want(SimulatedThread& thread);
    void grant(SimulatedThread& thread);
    void giveUp(SimulatedThread& thread);
    [[nodiscard]] SimulatedThread* longestComputing(const Cores& cores) const;
    [[nodiscard]] std::optional<Ticks> switchTime(const Cores& cores) const;
    [[nodiscard]] std::optional<Ticks> nextEvent() const;
    bool handleOne();
    void handleDue();
    bool passUntilNextEvent();
    void runUntilLoopHasLock();

    EventLoop& m_loop;
    std::vector<Cores*> m_cores;
    std::vector<SimulatedThread*> m_threads;  // that are not stopped, in order of their start
    Cores m_interpreter;
    std::unique_ptr<LoopThread> m_loopThread;
};

}  // namespace coroscope
