// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

#include "core/base/ticks.h"

namespace coroscope {

/// Where an EventLoop's time comes from. Instants count from the clock's start.
class Clock {
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual Ticks now() = 0;

    /// Returns when `deadline` has come: nothing can happen before (the loop is idle, or a task
    /// holds the thread). A deadline in the past returns at once.
    virtual void passUntil(Ticks deadline) = 0;
};

/// Jumps to each deadline; stands still otherwise, however long the program computes.
class VirtualClock final : public Clock {
public:
    [[nodiscard]] Ticks now() override { return m_now; }
    void passUntil(Ticks deadline) override;

private:
    Ticks m_now{};
};

/// The machine's steady clock, `speed` times as fast. A stop request ends every wait at once.
class SteadyClock final : public Clock {
public:
    /// Precondition: speed > 0.
    explicit SteadyClock(double speed = 1, std::stop_token stop = {});

    [[nodiscard]] Ticks now() override;
    void passUntil(Ticks deadline) override;

private:
    using Steady = std::chrono::steady_clock;

    const Steady::time_point m_start = Steady::now();
    const double m_speed;
    const std::stop_token m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
};

}  // namespace coroscope
