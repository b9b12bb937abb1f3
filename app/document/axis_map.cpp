// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/axis_map.h"

#include <algorithm>

#include "app/document/stepper.h"

namespace coroscope {
namespace {

Ticks units(std::size_t count)
{
    return AxisMap::unit * static_cast<Ticks::rep>(count);
}

}  // namespace

Ticks AxisMap::placeOf(std::size_t event) const
{
    if (m_kind == AxisKind::Order)
        return units(event);
    return event < m_run.trace().size() ? m_run.trace().timeAt(event) : m_run.total();
}

TimeSpan AxisMap::spanOf(const Segment& segment) const
{
    if (m_kind == AxisKind::Time)
        return segment.span;
    return {units(segment.beginEvent), units(segment.endEvent)};
}

Ticks AxisMap::placeOf(const PlayPosition& position) const
{
    if (m_kind == AxisKind::Time)
        return position.time;
    const std::size_t count = m_run.eventsAt(position);
    return count == 0 ? Ticks{0} : units(count) - unit / 2;
}

PlayPosition AxisMap::positionAt(Ticks place) const
{
    if (m_kind == AxisKind::Time)
        return {place};
    if (place <= Ticks{0} || m_run.trace().size() == 0)
        return beginning();
    return positionAfter(m_run, eventAt(place));
}

Ticks AxisMap::timeAt(Ticks place) const
{
    if (m_kind == AxisKind::Time)
        return place;
    return m_run.trace().size() == 0 ? Ticks{0} : m_run.trace().timeAt(eventAt(place));
}

std::size_t AxisMap::firstTouching(const SegmentColumn& segments, Ticks place) const
{
    if (m_kind == AxisKind::Time)
        return segments.firstEndingAfter(place - Ticks{1});
    if (place <= Ticks{0})
        return 0;
    const auto event = static_cast<std::size_t>(place / unit);
    const std::size_t count = segments.countBeforeEvent(event);
    return count == 0 ? 0 : count - 1;
}

Ticks AxisMap::end() const
{
    return m_kind == AxisKind::Time ? m_run.total() : units(m_run.trace().size());
}

std::size_t AxisMap::eventAt(Ticks place) const
{
    const auto event = static_cast<std::size_t>(std::max(Ticks::rep{0}, place / unit));
    return std::min(event, m_run.trace().size() - 1);
}

}  // namespace coroscope
