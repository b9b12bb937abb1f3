// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "app/charts/chart_geometry.h"
#include "app/charts/segment_hit.h"
#include "app/charts/time_axis.h"
#include "app/document/axis_map.h"
#include "app/document/program_run.h"
#include "app/document/row_layout.h"
#include "app/document/task_search.h"
#include "app/style/palette.h"

namespace coroscope {

/// Of rows that do not match a search.
inline constexpr double dimmedOpacity = 0.35;

/// Steps at one instant of a row, spread above it so that each can be seen and clicked.
struct BeadFan {
    static constexpr double spacing = 10;
    static constexpr double rise = 7;   ///< of the beads' middles over the bar
    static constexpr double reach = 5;  ///< around each

    int row = -1;
    double x = 0;                       ///< of the instant
    std::vector<std::size_t> segments;  ///< at least two

    friend bool operator==(const BeadFan&, const BeadFan&) = default;
};

/// What a program's chart shows and where. Its items read it, only ProgramChart writes it.
struct ChartState {
    ProgramRunPtr run;  ///< null: an empty chart
    std::shared_ptr<const RowLayout> rows = std::make_shared<RowLayout>();  ///< of the run's tasks
    ProgramRunPtr ghost;  ///< what the run was before the bar that is being stretched; or null
    Ticks longestTotal{};
    std::size_t longestEvents = 0;  ///< of all programs of the comparison
    AxisKind axisKind = AxisKind::Time;
    TimeSpan span{Ticks{0}, std::chrono::seconds(1)};  ///< of the axis, in AxisMap's units
    PlayPosition position;
    std::size_t eventCount = 0;           ///< of the run's trace, that have happened at `position`
    std::vector<SegmentState> rowStates;  ///< then, from firstTaskRow() to lastTaskRow()
    bool isPlaying = false;
    std::optional<SegmentHit> hovered;
    int hoveredChevron = -1;  ///< row
    std::optional<BeadFan> fan;
    std::optional<SegmentHit> grip;  ///< whose end could be dragged, or is being dragged
    std::optional<SegmentHit> selected;
    std::optional<TimeSpan> selectedRange;  ///< in the axis's units
    std::vector<Ticks> marks;               ///< times
    const TaskSearch* search = nullptr;     ///< null: none
    bool areResourcesFolded = false;
    bool showsCriticalPath = false;
    const Palette* palette = nullptr;
    ChartGeometry geometry;

    [[nodiscard]] TimeAxis axis() const { return {span, geometry.plotWidth()}; }
    [[nodiscard]] bool isOrder() const noexcept { return axisKind == AxisKind::Order; }
    /// Precondition: run.
    [[nodiscard]] AxisMap map() const { return {axisKind, *run}; }
    /// Where the longest program ends on the axis.
    [[nodiscard]] Ticks scaleEnd() const;

    /// In the chart's coordinates, of a place on the axis: on the time axis of a time.
    [[nodiscard]] double xOf(Ticks place) const { return geometry.plotLeft() + axis().toX(place); }
    [[nodiscard]] Ticks placeAt(double x) const { return axis().toTime(x - geometry.plotLeft()); }
    /// Of an instant: on the order axis where its first event stands.
    [[nodiscard]] double xOfTime(Ticks time) const;
    [[nodiscard]] Ticks playheadPlace() const;
    [[nodiscard]] double playheadX() const { return xOf(playheadPlace()); }
    [[nodiscard]] bool showsPlayhead() const;

    /// Tasks first, then resources, or one row that stands for them.
    [[nodiscard]] int taskRows() const { return rows->rowCount(); }
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] bool isTask(int row) const { return row >= 0 && row < taskRows(); }
    /// Whether the run has a task of that index.
    [[nodiscard]] bool hasTrack(int track) const { return track >= 0 && track < rows->taskCount(); }
    /// Precondition: isTask(row).
    [[nodiscard]] int trackAt(int row) const { return rows->trackAt(row); }
    /// Where that task stands; -1: nowhere, or scrolled away.
    [[nodiscard]] int rowInView(int track) const;
    [[nodiscard]] bool isSelected(int row) const
    {
        return selected && isTask(row) && trackAt(row) == selected->track;
    }
    /// The resource of that row; null: the row is no resource's.
    [[nodiscard]] const ResourceTrack* resource(int row) const;
    /// The row whose chevron folds and unfolds the resources; -1: there are none.
    [[nodiscard]] int foldRow() const;
    [[nodiscard]] QString rowName(int row) const;
    /// Whether a search is on that this row does not match.
    [[nodiscard]] bool isDimmed(int row) const;

    /// The first and last visible rows of tasks: [first, last).
    [[nodiscard]] int firstTaskRow() const { return std::min(geometry.firstRow, taskRows()); }
    [[nodiscard]] int lastTaskRow() const
    {
        return std::min(geometry.firstRow + geometry.visibleRows(), taskRows());
    }

    /// Precondition: run, and isTask(row). So for those below.
    [[nodiscard]] const Track& track(int row) const;
    [[nodiscard]] const Track& track(const SegmentHit& hit) const;
    [[nodiscard]] Segment segment(const SegmentHit& hit) const;
    /// Precondition: the row is visible. So for isStepNow().
    [[nodiscard]] SegmentState stateAtPlayhead(int row) const
    {
        return rowStates[static_cast<std::size_t>(row - firstTaskRow())];
    }
    /// How the task of that row ended.
    [[nodiscard]] Word outcome(int row) const;
    /// Whether any event happens at the playhead.
    [[nodiscard]] bool isEventNow() const;
    /// Whether a step that takes no time runs at the playhead.
    [[nodiscard]] bool isStepNow(int row) const;

    /// The line on which all of a row stands: so that its bars' edges lie on whole pixels.
    [[nodiscard]] double middleOf(int row) const;
    /// Where the bar between `x0` and `x1` of that row lies.
    [[nodiscard]] QRectF barRect(int row, double x0, double x1) const;
    [[nodiscard]] QPointF fanBead(const BeadFan& spread, std::size_t index) const;
    /// Where the pointer keeps a fan open.
    [[nodiscard]] QRectF fanArea(const BeadFan& spread) const;
    /// The part of a segment's bar that is in view.
    [[nodiscard]] QRectF visibleBar(int row, const Segment& segment) const;
};

}  // namespace coroscope
