// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/control_transfers.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "app/charts/arrow.h"
#include "app/charts/chart_state.h"
#include "app/style/paint_helpers.h"

namespace coroscope {
namespace {

constexpr double lineWidth = 1.2;
constexpr double inset = 2.5;    // of an arrow's ends from the bars' corners
constexpr double leastUnit = 3;  // px for an event, below which arrows would be a tangle

// A stretch in which a task keeps control.
struct Stretch {
    int track;
    std::uint32_t begin;
    std::uint32_t end;
};

bool hasControl(SegmentState state)
{
    return state == SegmentState::Running || state == SegmentState::Blocking;
}

bool isBesideTheLoop(const TaskInfo& task)
{
    return task.kind == TaskInfo::Kind::Job || task.kind == TaskInfo::Kind::Thread;
}

void appendStretches(const Timeline& timeline, const Track& track, std::vector<Stretch>& stretches)
{
    const auto index = static_cast<int>(track.task.value);
    bool isGoingOn = false;
    for (std::size_t i = 0; i < track.segments.size(); ++i) {
        const Segment segment = timeline.segment(track, i);
        if (!hasControl(segment.state)) {
            isGoingOn = false;
        } else if (isGoingOn) {
            stretches.back().end = segment.endEvent;
        } else {
            stretches.push_back({index, segment.beginEvent, segment.endEvent});
            isGoingOn = true;
        }
    }
}

}  // namespace

std::vector<ControlTransfer> controlTransfersOf(const ProgramRun& run)
{
    const Trace& trace = run.trace();
    std::vector<Stretch> stretches;
    for (const Track& track : run.timeline->tracks()) {
        if (!isBesideTheLoop(trace.task(track.task)))
            appendStretches(*run.timeline, track, stretches);
    }
    std::ranges::sort(stretches, {}, &Stretch::begin);
    std::vector<ControlTransfer> transfers;
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        const Stretch& from = stretches[i - 1];
        const Stretch& to = stretches[i];
        if (from.track != to.track && from.end <= to.begin)
            transfers.push_back({from.track, to.track, from.end, to.begin,
                                 trace.timeAt(from.end) < trace.timeAt(to.begin)});
    }
    return transfers;
}

void drawControlTransfers(QPainter& painter, const ChartState& state,
                          const std::vector<ControlTransfer>& transfers)
{
    const AxisMap map = state.map();
    const double unit = state.axis().toX(state.span.begin + AxisMap::unit);
    if (unit < leastUnit)
        return;
    const Painting painting(painter);
    for (const ControlTransfer& transfer : transfers) {
        const double x0 = state.xOf(map.placeOf(transfer.fromEvent)) - inset;
        const double x1 = state.xOf(map.placeOf(transfer.toEvent)) + inset;
        const bool isInside = x0 >= state.geometry.plotLeft() && x1 <= state.geometry.plotRight();
        const int fromRow = state.rowInView(transfer.fromTrack);
        const int toRow = state.rowInView(transfer.toTrack);
        if (!isInside || fromRow < 0 || toRow < 0)
            continue;
        const QRectF from = state.barRect(fromRow, x0, x0);
        const QRectF to = state.barRect(toRow, x1, x1);
        const bool isDown = fromRow < toRow;
        drawCurvedArrow(painter, isDown ? from.bottomLeft() : from.topLeft(),
                        isDown ? to.topLeft() : to.bottomLeft(), state.palette->ink2, lineWidth,
                        transfer.hasSlept);
    }
}

}  // namespace coroscope
