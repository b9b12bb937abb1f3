// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/document/axis_map.h"
#include "app/document/selection.h"
#include "core/timeline/segment_ref.h"

namespace coroscope {

/// The ways from one segment of a program to others. Segments of another program than `run` and of
/// segments that it does not have lead nowhere.

[[nodiscard]] std::optional<Segment> segmentOf(const ProgramRun& run,
                                               const SelectedSegment& segment);

/// Whether a segment is drawn at all: what has a length on the axis, and steps.
[[nodiscard]] bool isDrawn(const AxisMap& axis, const Segment& segment);

/// The next (`direction` 1) or previous (-1) drawn segment of the same row.
[[nodiscard]] std::optional<SelectedSegment> neighbourOf(const ProgramRun& run, const AxisMap& axis,
                                                         const SelectedSegment& from,
                                                         int direction);

/// The first drawn segment of a row.
[[nodiscard]] std::optional<SelectedSegment> firstOf(const ProgramRun& run, const AxisMap& axis,
                                                     int track);

/// The drawn segment of a row at a place of the axis, or the next one, or else the last one.
[[nodiscard]] std::optional<SelectedSegment> drawnAt(const ProgramRun& run, const AxisMap& axis,
                                                     int track, Ticks place);

/// The same for the analyses; none: there is no such segment.
[[nodiscard]] std::optional<SegmentRef> refOf(const ProgramRun& run,
                                              const SelectedSegment& segment);

/// What led to a segment, and what it led to; see core/analysis/because.h.
[[nodiscard]] std::optional<SelectedSegment> causeOf(const ProgramRun& run,
                                                     const SelectedSegment& from);
[[nodiscard]] std::optional<SelectedSegment> effectOf(const ProgramRun& run,
                                                      const SelectedSegment& from);

}  // namespace coroscope
