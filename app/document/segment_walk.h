// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/document/axis_map.h"
#include "app/document/selection.h"

namespace coroscope {

/// The ways from one segment of a program to others. Refs of another program than `run` and of
/// segments that it does not have lead nowhere.

[[nodiscard]] std::optional<Segment> segmentOf(const ProgramRun& run, const SelectedSegment& ref);

/// Whether a segment is drawn at all: what has a length on the axis, and steps.
[[nodiscard]] bool isDrawn(const AxisMap& axis, const Segment& segment);

/// The next (`direction` 1) or previous (-1) drawn segment of the same row.
[[nodiscard]] std::optional<SelectedSegment> neighbourOf(const ProgramRun& run, const AxisMap& axis,
                                                    const SelectedSegment& from, int direction);

/// The first drawn segment of a row.
[[nodiscard]] std::optional<SelectedSegment> firstOf(const ProgramRun& run, const AxisMap& axis,
                                                int row);

/// The segment of `row` in which event number `event` happened.
[[nodiscard]] std::optional<SelectedSegment> segmentAtEvent(const ProgramRun& run, int row,
                                                       std::size_t event);

/// What made a segment end: for a wait the step in which somebody woke it, for anything else what
/// its own row did before. None: nothing inside the program did.
[[nodiscard]] std::optional<SelectedSegment> causeOf(const ProgramRun& run, const SelectedSegment& from);

/// The wait that a step ended, else what its own row does next.
[[nodiscard]] std::optional<SelectedSegment> effectOf(const ProgramRun& run, const SelectedSegment& from);

}  // namespace coroscope
