// SPDX-License-Identifier: MIT
#include "core/timeline/stops.h"

namespace coroscope {

bool haltsBefore(EventKind kind, StepUnit unit) noexcept
{
    switch (unit) {
    case StepUnit::AwaitPoint:
        return kind == EventKind::Suspend || kind == EventKind::Block || kind == EventKind::Done;
    case StepUnit::Event: return true;
    case StepUnit::LoopTurn: return kind == EventKind::Turn;
    }
    return false;
}

std::vector<Stop> stopsOf(const Trace& trace, StepUnit unit)
{
    std::vector<Stop> stops;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        if (haltsBefore(trace.at(row).kind, unit))
            stops.push_back({trace.timeAt(row), static_cast<std::uint32_t>(row)});
    }
    const Stop last{trace.lastTime(), static_cast<std::uint32_t>(trace.size())};
    if (stops.empty() || stops.back() != last)
        stops.push_back(last);
    return stops;
}

}  // namespace coroscope
