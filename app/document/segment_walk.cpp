// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/segment_walk.h"

namespace coroscope {
namespace {

const Track* trackOf(const ProgramRun& run, int row)
{
    const auto tracks = run.timeline->tracks();
    if (row < 0 || static_cast<std::size_t>(row) >= tracks.size())
        return nullptr;
    return &tracks[static_cast<std::size_t>(row)];
}

bool hasNothing(SegmentState state)
{
    return state == SegmentState::Unborn || state == SegmentState::Done;
}

bool isStep(SegmentState state)
{
    return state == SegmentState::Running || state == SegmentState::Blocking;
}

std::optional<SelectedSegment> beside(const ProgramRun& run, const SelectedSegment& from, int direction)
{
    const Track* const track = trackOf(run, from.row);
    const auto index = static_cast<std::ptrdiff_t>(from.segment) + direction;
    if (track == nullptr || index < 0 ||
        index >= static_cast<std::ptrdiff_t>(track->segments.size()))
        return {};
    const auto segment = static_cast<std::size_t>(index);
    if (hasNothing(track->segments.stateAt(segment)))
        return {};
    return SelectedSegment{from.program, from.row, segment};
}

// Who was woken first in the events [first, last) by `waker`, and by which event.
std::optional<std::pair<TaskId, std::size_t>> wokenBy(const Trace& trace, TaskId waker,
                                                      std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last && i < trace.size(); ++i) {
        const Event event = trace.at(i);
        if (event.kind == EventKind::Ready && event.word != Word::Created &&
            event.task != waker && trace.wokenBy(event) == waker)
            return std::pair{event.task, i};
    }
    return {};
}

}  // namespace

std::optional<Segment> segmentOf(const ProgramRun& run, const SelectedSegment& ref)
{
    const Track* const track = trackOf(run, ref.row);
    if (ref.program != run.name || track == nullptr || ref.segment >= track->segments.size())
        return {};
    return run.timeline->segment(*track, ref.segment);
}

bool isDrawn(const AxisMap& axis, const Segment& segment)
{
    if (hasNothing(segment.state))
        return false;
    return isStep(segment.state) || axis.spanOf(segment).length() > Ticks{0};
}

std::optional<SelectedSegment> neighbourOf(const ProgramRun& run, const AxisMap& axis,
                                      const SelectedSegment& from, int direction)
{
    auto next = beside(run, from, direction);
    while (next) {
        const auto segment = segmentOf(run, *next);
        if (segment && isDrawn(axis, *segment))
            return next;
        next = beside(run, *next, direction);
    }
    return {};
}

std::optional<SelectedSegment> firstOf(const ProgramRun& run, const AxisMap& axis, int row)
{
    const SelectedSegment first{run.name, row, 0};
    const auto segment = segmentOf(run, first);
    if (!segment)
        return {};
    return isDrawn(axis, *segment) ? first : neighbourOf(run, axis, first, 1);
}

std::optional<SelectedSegment> segmentAtEvent(const ProgramRun& run, int row, std::size_t event)
{
    const Track* const track = trackOf(run, row);
    const std::size_t count = track == nullptr ? 0 : track->segments.countBeforeEvent(event);
    if (count == 0 || hasNothing(track->segments.stateAt(count - 1)))
        return {};
    return SelectedSegment{run.name, row, count - 1};
}

std::optional<SelectedSegment> causeOf(const ProgramRun& run, const SelectedSegment& from)
{
    const auto segment = segmentOf(run, from);
    if (!segment)
        return {};
    if (segment->endEvent < run.trace().size()) {
        const Event end = run.trace().at(segment->endEvent);
        if (end.kind == EventKind::Ready) {
            const TaskId waker = run.trace().wokenBy(end);
            return waker.isValid() ? segmentAtEvent(run, static_cast<int>(waker.value),
                                                    segment->endEvent)
                                   : std::nullopt;
        }
    }
    return beside(run, from, -1);
}

std::optional<SelectedSegment> effectOf(const ProgramRun& run, const SelectedSegment& from)
{
    const auto segment = segmentOf(run, from);
    if (!segment)
        return {};
    if (isStep(segment->state)) {
        const TaskId own{static_cast<std::uint32_t>(from.row)};
        // A task that is done wakes whoever awaits it just after its last step.
        const auto woken = wokenBy(run.trace(), own, segment->beginEvent + 1,
                                   static_cast<std::size_t>(segment->endEvent) + 8);
        if (woken)
            return segmentAtEvent(run, static_cast<int>(woken->first.value), woken->second);
    }
    return beside(run, from, 1);
}

}  // namespace coroscope
