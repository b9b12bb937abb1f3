// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "core/timeline/timeline.h"

namespace coroscope {

/// A segment of a timeline: timeline.tracks()[track], segment number `segment`.
struct SegmentRef {
    std::uint32_t track = 0;
    std::uint32_t segment = 0;

    friend auto operator<=>(const SegmentRef&, const SegmentRef&) = default;
};

/// Precondition: there is such a segment.
[[nodiscard]] Segment segmentOf(const Timeline& timeline, SegmentRef ref);

/// The segment in which a task is just after event number `event`, in the row of the innermost
/// call that it has entered, as it is drawn. None if it did not exist yet. Once it is done: its
/// Done. Cost  O(log segments), for a task within calls O(tasks) a level
[[nodiscard]] std::optional<SegmentRef> segmentAfter(const Timeline& timeline, TaskId task,
                                                     std::size_t event);

/// The segment of this track that lasts longest within `span`, clipped to it; calls, waiting to be
/// called and being done do not count. None if nothing lasts.
[[nodiscard]] std::optional<SegmentRef> longestIn(const Timeline& timeline, TaskId track,
                                                  TimeSpan span);

/// How much of `a` lies within `b`; never negative.
[[nodiscard]] constexpr Ticks overlapOf(const TimeSpan& a, const TimeSpan& b) noexcept
{
    const Ticks begin = a.begin > b.begin ? a.begin : b.begin;
    const Ticks end = a.end < b.end ? a.end : b.end;
    return end > begin ? end - begin : Ticks{};
}

}  // namespace coroscope
