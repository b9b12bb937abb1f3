// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "app/charts/time_axis.h"
#include "app/document/axis_map.h"

namespace coroscope {

/// What is drawn of one row, in pixels from the plot's left edge.
struct RowMarks {
    static constexpr std::size_t merged = static_cast<std::size_t>(-1);
    static constexpr double overhang = 8;

    struct Bar {
        double x0 = 0;
        double x1 = 0;
        SegmentState state = SegmentState::Unborn;
        std::size_t segment = merged;  ///< its index, or `merged`: it stands for several
    };

    /// In order; a merged one may overlap its neighbours' last pixel. Bars that go on outside the
    /// plot are cut `overhang` outside of it, so that the cut does not look like an end.
    std::vector<Bar> bars;
    std::vector<double> beads;  ///< steps of no length
    double capX = -1;           ///< where the row ends, < 0: not in view
    bool endsInBead = false;
};

/// Rows of a trace as marks.
///
/// Shape   at most two bars and one bead a pixel, whatever the number of segments. A segment of at
///         least one pixel is a bar; narrower ones share their pixel column, which takes the state
///         that matters most: blocking, running, ready, suspended, in a call, waiting. So a rare
///         block never vanishes.
/// Cost    O(log n + segments in view): for few; see BarRaster for many
[[nodiscard]] RowMarks marksOf(const Timeline& timeline, const Track& track, const AxisMap& map,
                               const TimeAxis& axis, double width);

/// Fills in where the row ends, once its beads are known.
void markEnd(RowMarks& marks, const Track& track, const AxisMap& map, const TimeAxis& axis);

/// How much a state matters when several share a pixel; 0: not drawn.
[[nodiscard]] int salience(SegmentState state);

}  // namespace coroscope
