// SPDX-License-Identifier: MIT
#include "core/timeline/segment_ref.h"

namespace coroscope {
namespace {

// The call that `task` has entered and not left when `eventCount` events have happened.
std::optional<TaskId> openCallOf(const Timeline& timeline, TaskId task, std::size_t eventCount)
{
    const Trace& trace = timeline.trace();
    for (const Track& track : timeline.tracks()) {
        const TaskInfo& info = trace.task(track.task);
        if (info.kind != TaskInfo::Kind::Call || info.parent != task)
            continue;
        const SegmentState state = track.stateAfter(eventCount);
        if (state != SegmentState::Unborn && state != SegmentState::Waiting &&
            state != SegmentState::Done)
            return track.task;
    }
    return std::nullopt;
}

}  // namespace

Segment segmentOf(const Timeline& timeline, SegmentRef ref)
{
    return timeline.segment(timeline.tracks()[ref.track], ref.segment);
}

std::optional<SegmentRef> segmentAfter(const Timeline& timeline, TaskId task, std::size_t event)
{
    const Track* track = &timeline.tracks()[task.value];
    while (track->stateAfter(event + 1) == SegmentState::InCall) {
        const auto call = openCallOf(timeline, track->task, event + 1);
        if (!call)
            break;
        track = &timeline.tracks()[call->value];
    }
    const std::size_t count = track->segments.countBeforeEvent(event + 1);
    if (count == 0)
        return std::nullopt;
    return SegmentRef{track->task.value, static_cast<std::uint32_t>(count - 1)};
}

std::optional<SegmentRef> longestIn(const Timeline& timeline, TaskId task, TimeSpan span)
{
    const Track& track = timeline.tracks()[task.value];
    std::optional<SegmentRef> longest;
    Ticks most{};
    for (std::size_t i = track.segments.firstEndingAfter(span.begin); i < track.segments.size();
         ++i) {
        const Segment segment = timeline.segment(track, i);
        if (segment.span.begin >= span.end)
            break;
        const bool counts = segment.state != SegmentState::Waiting &&
                            segment.state != SegmentState::InCall &&
                            segment.state != SegmentState::Done;
        const Ticks length = overlapOf(segment.span, span);
        if (counts && length > most) {
            most = length;
            longest = SegmentRef{task.value, static_cast<std::uint32_t>(i)};
        }
    }
    return longest;
}

}  // namespace coroscope
