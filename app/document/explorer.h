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
    [[nodiscard]] const ProgramRun* selectedRun() const;
    [[nodiscard]] std::optional<TimeSpan> selectedSpan() const;
    void select(const std::optional<SelectedSegment>& segment);
    void show(TimeSpan span);
    /// Moves the visible range no more than it must.
    void reveal(TimeSpan span);

    Comparison& m_comparison;
};

}  // namespace coroscope
