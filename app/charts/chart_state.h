// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/charts/chart_geometry.h"
#include "app/charts/segment_hit.h"
#include "app/charts/time_axis.h"
#include "app/document/program_run.h"
#include "app/style/palette.h"

namespace coroscope {

/// What a program's chart shows and where. Its items read it, only ProgramChart writes it.
struct ChartState {
    ProgramRunPtr run;  ///< null: an empty chart
    Ticks longestTotal{};
    TimeSpan span{Ticks{0}, std::chrono::seconds(1)};
    PlayPosition position;
    std::size_t eventCount = 0;  ///< of the run's trace, that have happened at `position`
    bool isPlaying = false;
    std::optional<SegmentHit> hovered;
    const Palette* palette = nullptr;
    ChartGeometry geometry;

    [[nodiscard]] TimeAxis axis() const { return {span, geometry.plotWidth()}; }

    /// In the chart's coordinates.
    [[nodiscard]] double xOf(Ticks time) const { return geometry.plotLeft() + axis().toX(time); }
    [[nodiscard]] double playheadX() const { return xOf(position.time); }
    [[nodiscard]] bool showsPlayhead() const;

    /// Precondition: run, and 0 <= row < geometry.rowCount. So for those below.
    [[nodiscard]] const Track& track(int row) const;
    /// The line on which all of a row stands: so that its bars' edges lie on whole pixels.
    [[nodiscard]] double middleOf(int row) const;
    /// Where the bar between `x0` and `x1` of that row lies.
    [[nodiscard]] QRectF barRect(int row, double x0, double x1) const;
    [[nodiscard]] SegmentState stateAtPlayhead(int row) const;
    /// How the task of that row ended.
    [[nodiscard]] Word outcome(int row) const;
    /// Whether a step that takes no time runs at the playhead.
    [[nodiscard]] bool isStepNow(int row) const;
};

}  // namespace coroscope
