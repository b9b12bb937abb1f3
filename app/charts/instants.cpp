// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/instants.h"

#include <algorithm>

namespace coroscope {

std::vector<Instant> instantsOf(const Trace& trace, std::size_t begin, std::size_t end)
{
    std::vector<Instant> instants;
    end = std::min(end, trace.size());
    for (std::size_t event = begin; event < end; event = instants.back().end) {
        const Ticks time = trace.timeAt(event);
        instants.push_back({time, trace.lowerBound(time), trace.upperBound(time)});
    }
    return instants;
}

}  // namespace coroscope
