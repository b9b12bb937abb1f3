// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/marks.h"

#include <algorithm>
#include <utility>

namespace coroscope {

void Marks::toggle(Ticks time)
{
    std::vector<Ticks> times = m_times;
    if (std::erase(times, time) == 0)
        times.push_back(time);
    setTimes(std::move(times));
}

void Marks::setTimes(std::vector<Ticks> times)
{
    std::erase_if(times, [](Ticks time) { return time < Ticks{0}; });
    std::ranges::sort(times);
    const auto repeated = std::ranges::unique(times);
    times.erase(repeated.begin(), repeated.end());
    if (times == m_times)
        return;
    m_times = std::move(times);
    Q_EMIT changed();
}

}  // namespace coroscope
