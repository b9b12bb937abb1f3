// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_state.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/style/state_painter.h"

namespace coroscope {

Ticks ChartState::scaleEnd() const
{
    if (isOrder())
        return AxisMap::unit * static_cast<Ticks::rep>(longestEvents);
    return longestTotal;
}

double ChartState::xOfTime(Ticks time) const
{
    if (!isOrder())
        return xOf(time);
    return xOf(map().placeOf(run->trace().lowerBound(time)));
}

Ticks ChartState::playheadPlace() const
{
    if (!isOrder() || eventCount == 0)
        return isOrder() ? Ticks{0} : position.time;
    return AxisMap::unit * static_cast<Ticks::rep>(eventCount) - AxisMap::unit / 2;
}

bool ChartState::showsPlayhead() const
{
    return run && span.begin <= playheadPlace() && playheadPlace() <= span.end;
}

int ChartState::rowInView(int track) const
{
    const int row = rows->rowOf(track);
    return row >= 0 && geometry.isVisible(row) ? row : -1;
}

int ChartState::rowCount() const
{
    if (!run)
        return 0;
    const auto resources = static_cast<int>(run->resources.size());
    return taskRows() + (areResourcesFolded ? std::min(1, resources) : resources);
}

const ResourceTrack* ChartState::resource(int row) const
{
    if (!run || areResourcesFolded || row < taskRows() || row >= rowCount())
        return nullptr;
    return &run->resources[static_cast<std::size_t>(row - taskRows())];
}

int ChartState::foldRow() const
{
    return run && !run->resources.empty() ? taskRows() : -1;
}

QString ChartState::rowName(int row) const
{
    if (!run || isTask(row))
        return run ? run->rows.value(trackAt(row)) : QString();
    if (const ResourceTrack* const shown = resource(row))
        return QString::fromStdString(run->trace().objectName(shown->object));
    return QCoreApplication::translate("coroscope::ProgramChart", "%n shared", nullptr,
                                       static_cast<int>(run->resources.size()));
}

bool ChartState::isDimmed(int row) const
{
    if (search == nullptr || !search->isActive())
        return false;
    return !isTask(row) || !search->matches(run, trackAt(row));
}

const Track& ChartState::track(int row) const
{
    return run->timeline->tracks()[static_cast<std::size_t>(trackAt(row))];
}

const Track& ChartState::track(const SegmentHit& hit) const
{
    return run->timeline->tracks()[static_cast<std::size_t>(hit.track)];
}

Segment ChartState::segment(const SegmentHit& hit) const
{
    return run->timeline->segment(track(hit), hit.segment);
}

Word ChartState::outcome(int row) const
{
    const std::uint32_t done = track(row).doneEvent;
    return done == Track::notDone ? Word::None : run->trace().at(done).word;
}

bool ChartState::isEventNow() const
{
    return eventCount > 0 && run->trace().at(eventCount - 1).time == position.time;
}

bool ChartState::isStepNow(int row) const
{
    if (isOrder() || stateAtPlayhead(row) != SegmentState::Running || !isEventNow())
        return false;
    const Track& shown = track(row);
    const std::size_t index = shown.segments.countBeforeEvent(eventCount) - 1;
    const Segment segment = run->timeline->segment(shown, index);
    return segment.span.begin == segment.span.end && segment.span.begin == position.time;
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

QPointF ChartState::fanBead(const BeadFan& spread, std::size_t index) const
{
    const double width = BeadFan::spacing * static_cast<double>(spread.segments.size() - 1);
    const double left = std::clamp(spread.x - width / 2, geometry.plotLeft(),
                                   std::max(geometry.plotLeft(), geometry.plotRight() - width));
    return {left + BeadFan::spacing * static_cast<double>(index),
            barRect(spread.row, 0, 0).top() - BeadFan::rise};
}

QRectF ChartState::fanArea(const BeadFan& spread) const
{
    const QRectF bar = barRect(spread.row, spread.x, spread.x);
    const QRectF beads(fanBead(spread, 0), fanBead(spread, spread.segments.size() - 1));
    constexpr double reach = BeadFan::reach;
    return beads.united(bar).adjusted(-reach, -reach, reach, 0);
}

QRectF ChartState::visibleBar(int row, const Segment& segment) const
{
    const TimeSpan place = map().spanOf(segment);
    const double x0 = std::max(xOf(place.begin), geometry.plotLeft());
    const double x1 = std::min(xOf(place.end), geometry.plotRight());
    return barRect(row, x0, x1);
}

}  // namespace coroscope
