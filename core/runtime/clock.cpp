// SPDX-License-Identifier: MIT
#include "core/runtime/clock.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace coroscope {

void VirtualClock::passUntil(Ticks deadline)
{
    m_now = std::max(m_now, deadline);
}

SteadyClock::SteadyClock(double speed, std::stop_token stop)
    : m_speed(speed),
      m_stop(std::move(stop))
{
    assert(speed > 0);
}

Ticks SteadyClock::now()
{
    const std::chrono::duration<double, std::nano> real = Steady::now() - m_start;
    return Ticks(static_cast<Ticks::rep>(real.count() * m_speed));
}

void SteadyClock::passUntil(Ticks deadline)
{
    const std::chrono::duration<double, std::nano> real(static_cast<double>(deadline.count()) /
                                                        m_speed);
    std::unique_lock lock(m_mutex);
    m_stopped.wait_until(lock, m_stop, m_start + std::chrono::ceil<Steady::duration>(real),
                         [] { return false; });
}

}  // namespace coroscope
