// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/comparison.h"

namespace coroscope {

/// What one can do with what is selected in a comparison, marked or searched for.
///
/// Lifetime  keeps a reference to the comparison
class Explorer {
public:
    explicit Explorer(Comparison& comparison) noexcept : m_comparison(comparison) {}

    /// `direction` 1: to the next segment of the row, -1: to the previous one. With nothing
    /// selected, to the first of all.
    void selectNeighbour(int direction);
    void selectCause();
    void selectEffect();

    /// Up the tree of rows: collapses the selected row, or if it cannot be goes to the one above.
    void collapseSelected();
    /// Down: expands the selected row, or if it is goes to the first one below.
    void expandSelected();
    void setAllCollapsed(bool isCollapsed);

    /// Moves the selection into the middle; when it is there already, makes it fill the axis.
    /// With nothing selected, all is shown.
    void focus();

    /// Selects the first segment of the next (`direction` 1) or previous row that matches the
    /// search, over all programs and round at the ends.
    void selectMatch(int direction);
    /// How many rows match, and the number of the selected one among them; 0: it is none of them.
    struct Matches {
        int count = 0;
        int selected = 0;  ///< from 1

        friend bool operator==(const Matches&, const Matches&) = default;
    };
    [[nodiscard]] Matches matches() const;

    /// At the playhead.
    void toggleMark();

    /// Takes back, in turn: a bar that is being stretched, the selection, the search.
    void escape();

private:
    [[nodiscard]] AxisKind axis() const { return m_comparison.view().axis.kind(); }
    [[nodiscard]] ProgramRunPtr selectedRun() const;
    [[nodiscard]] std::optional<TimeSpan> selectedSpan() const;
    [[nodiscard]] std::vector<int> matchesIn(const ProgramRunPtr& run) const;
    struct TreeRow {
        ProgramRunPtr run;
        std::shared_ptr<const RowLayout> layout;
        int row = 0;
    };
    [[nodiscard]] std::optional<TreeRow> selectedTreeRow() const;
    void selectInRow(const ProgramRun& run, int track);
    void select(const std::optional<SelectedSegment>& segment);
    void show(TimeSpan span);
    /// Moves the visible range no more than it must.
    void reveal(TimeSpan span);

    Comparison& m_comparison;
};

}  // namespace coroscope
