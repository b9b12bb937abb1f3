// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/segment_walk.h"

#include <algorithm>

#include "core/analysis/because.h"

namespace coroscope {
namespace {

const Track* trackOf(const ProgramRun& run, int track)
{
    const auto tracks = run.timeline->tracks();
    if (track < 0 || static_cast<std::size_t>(track) >= tracks.size())
        return nullptr;
    return &tracks[static_cast<std::size_t>(track)];
}

bool hasNothing(SegmentState state)
{
    return state == SegmentState::Unborn || state == SegmentState::Done;
}

bool isStep(SegmentState state)
{
    return state == SegmentState::Running || state == SegmentState::Blocking;
}

std::optional<SelectedSegment> beside(const ProgramRun& run, const SelectedSegment& from,
                                      int direction)
{
    const Track* const track = trackOf(run, from.track);
    const auto index = static_cast<std::ptrdiff_t>(from.segment) + direction;
    if (track == nullptr || index < 0 ||
        index >= static_cast<std::ptrdiff_t>(track->segments.size()))
        return {};
    const auto segment = static_cast<std::size_t>(index);
    if (hasNothing(track->segments.stateAt(segment)))
        return {};
    return SelectedSegment{from.program, from.track, segment};
}

std::optional<SelectedSegment> selectable(const ProgramRun& run,
                                          const std::optional<SegmentRef>& ref)
{
    if (!ref)
        return {};
    const SelectedSegment segment{run.name, static_cast<int>(ref->track), ref->segment};
    const auto found = segmentOf(run, segment);
    if (!found || hasNothing(found->state))
        return {};
    return segment;
}

}  // namespace

std::optional<Segment> segmentOf(const ProgramRun& run, const SelectedSegment& segment)
{
    const Track* const track = trackOf(run, segment.track);
    if (segment.program != run.name || track == nullptr ||
        segment.segment >= track->segments.size())
        return {};
    return run.timeline->segment(*track, segment.segment);
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

std::optional<SelectedSegment> firstOf(const ProgramRun& run, const AxisMap& axis, int track)
{
    const SelectedSegment first{run.name, track, 0};
    const auto segment = segmentOf(run, first);
    if (!segment)
        return {};
    return isDrawn(axis, *segment) ? first : neighbourOf(run, axis, first, 1);
}

std::optional<SelectedSegment> drawnAt(const ProgramRun& run, const AxisMap& axis, int track,
                                       Ticks place)
{
    const Track* const found = trackOf(run, track);
    if (found == nullptr || found->segments.size() == 0)
        return {};
    const std::size_t last = found->segments.size() - 1;
    const SelectedSegment there{run.name, track,
                                std::min(axis.firstTouching(found->segments, place), last)};
    if (isDrawn(axis, *segmentOf(run, there)))
        return there;
    const auto next = neighbourOf(run, axis, there, 1);
    return next ? next : neighbourOf(run, axis, there, -1);
}

std::optional<SegmentRef> refOf(const ProgramRun& run, const SelectedSegment& segment)
{
    if (!segmentOf(run, segment))
        return {};
    return SegmentRef{static_cast<std::uint32_t>(segment.track),
                      static_cast<std::uint32_t>(segment.segment)};
}

std::optional<SelectedSegment> causeOf(const ProgramRun& run, const SelectedSegment& from)
{
    const auto ref = refOf(run, from);
    return ref ? selectable(run, causeOf(*run.timeline, *ref)) : std::nullopt;
}

std::optional<SelectedSegment> effectOf(const ProgramRun& run, const SelectedSegment& from)
{
    const auto ref = refOf(run, from);
    return ref ? selectable(run, effectOf(*run.timeline, *ref)) : std::nullopt;
}

}  // namespace coroscope
