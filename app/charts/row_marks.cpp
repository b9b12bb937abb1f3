// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/row_marks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace coroscope {
namespace {

constexpr double leastBeadSpacing = 3;

// Takes the segments of one row in order and leaves its marks.
class MarkBuilder {
public:
    MarkBuilder(const AxisMap& map, const TimeAxis& axis, double width)
        : m_map(map), m_axis(axis), m_width(width)
    {}

    void take(const Segment& segment, std::size_t index)
    {
        const TimeSpan place = m_map.spanOf(segment);
        const double x0 = m_axis.toX(place.begin);
        const double x1 = m_axis.toX(place.end);
        if (place.begin == place.end)
            takeInstant(segment.state, place.begin);
        else if (x1 - x0 >= 1)
            takeBar({std::max(-RowMarks::overhang, x0), std::min(m_width + RowMarks::overhang, x1),
                     segment.state, index});
        else
            takeNarrow(segment.state, std::clamp(x0, 0.0, m_width - 1));
    }

    RowMarks finish()
    {
        flush();
        return std::move(m_marks);
    }

    [[nodiscard]] double lastBead() const
    {
        return m_marks.beads.empty() ? -m_width : m_marks.beads.back();
    }

private:
    void takeInstant(SegmentState state, Ticks time)
    {
        const bool isStep = state == SegmentState::Running || state == SegmentState::Blocking;
        const double x = m_axis.toX(time);
        if (isStep && m_axis.shows(time) && x - lastBead() >= leastBeadSpacing)
            m_marks.beads.push_back(x);
    }

    void takeBar(const RowMarks::Bar& bar)
    {
        flush();
        if (salience(bar.state) > 0 && bar.x1 > 0 && bar.x0 < m_width)
            m_marks.bars.push_back(bar);
    }

    void takeNarrow(SegmentState state, double x)
    {
        const double column = std::floor(x);
        if (column != m_column)
            flush();
        m_column = column;
        if (salience(state) > salience(m_state))
            m_state = state;
    }

    // The column that is being merged becomes a bar, or makes the one before it longer.
    void flush()
    {
        const SegmentState state = std::exchange(m_state, SegmentState::Unborn);
        const double x = std::exchange(m_column, -1);
        if (salience(state) == 0)
            return;
        if (!m_marks.bars.empty()) {
            RowMarks::Bar& last = m_marks.bars.back();
            const bool isSame = last.segment == RowMarks::merged && last.state == state;
            if (isSame && last.x1 == x) {
                last.x1 = x + 1;
                return;
            }
        }
        m_marks.bars.push_back({x, x + 1, state, RowMarks::merged});
    }

    const AxisMap& m_map;
    const TimeAxis& m_axis;
    double m_width;
    RowMarks m_marks;
    double m_column = -1;
    SegmentState m_state = SegmentState::Unborn;
};

}  // namespace

int salience(SegmentState state)
{
    switch (state) {
    case SegmentState::Blocking: return 6;
    case SegmentState::Running: return 5;
    case SegmentState::Ready: return 4;
    case SegmentState::Suspended: return 3;
    case SegmentState::InCall: return 2;
    case SegmentState::Waiting: return 1;
    case SegmentState::Unborn:
    case SegmentState::Done: break;
    }
    return 0;
}

RowMarks marksOf(const Timeline& timeline, const Track& track, const AxisMap& map,
                 const TimeAxis& axis, double width)
{
    const SegmentColumn& segments = track.segments;
    MarkBuilder builder(map, axis, width);
    for (std::size_t i = map.firstTouching(segments, axis.span().begin);
         i < segments.size() && map.placeOf(segments.eventAt(i)) <= axis.span().end; ++i)
        builder.take(timeline.segment(track, i), i);
    RowMarks marks = builder.finish();
    markEnd(marks, track, map, axis);
    return marks;
}

void markEnd(RowMarks& marks, const Track& track, const AxisMap& map, const TimeAxis& axis)
{
    if (track.doneEvent == Track::notDone)
        return;
    const Ticks done = map.placeOf(track.doneEvent);
    if (!axis.shows(done))
        return;
    marks.capX = axis.toX(done);
    marks.endsInBead = !marks.beads.empty() && marks.capX - marks.beads.back() < leastBeadSpacing;
}

}  // namespace coroscope
