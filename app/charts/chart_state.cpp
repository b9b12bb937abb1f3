// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_state.h"

#include <cmath>

#include "app/style/state_painter.h"

namespace coroscope {

bool ChartState::showsPlayhead() const
{
    return run && span.begin <= position.time && position.time <= span.end;
}

const Track& ChartState::track(int row) const
{
    return run->timeline->tracks()[static_cast<std::size_t>(row)];
}

double ChartState::middleOf(int row) const
{
    const QRectF strip = geometry.row(row);
    const double height = StatePainter::barHeight(strip.height());
    return std::floor(strip.center().y() - height / 2) + height / 2;
}

QRectF ChartState::barRect(int row, double x0, double x1) const
{
    const double height = StatePainter::barHeight(geometry.rowHeight());
    return {x0, middleOf(row) - height / 2, x1 - x0, height};
}

SegmentState ChartState::stateAtPlayhead(int row) const
{
    return track(row).stateAfter(eventCount);
}

Word ChartState::outcome(int row) const
{
    const std::uint32_t done = track(row).doneEvent;
    return done == Track::notDone ? Word::None : run->trace().at(done).word;
}

bool ChartState::isStepNow(int row) const
{
    const Track& shown = track(row);
    if (shown.stateAfter(eventCount) != SegmentState::Running)
        return false;
    const std::size_t index = shown.segments.countBeforeEvent(eventCount) - 1;
    const Segment segment = run->timeline->segment(shown, index);
    return segment.span.begin == segment.span.end && segment.span.begin == position.time;
}

}  // namespace coroscope
