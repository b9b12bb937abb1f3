// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "app/charts/time_axis.h"
#include "app/document/axis_map.h"

namespace coroscope {

/// A segment under the pointer.
struct SegmentHit {
    int track = -1;  ///< its index
    std::size_t segment = 0;

    friend bool operator==(const SegmentHit&, const SegmentHit&) = default;
};

/// The segment of `track` at `x`, in pixels from the plot's left edge. What is narrower than 6 px
/// can be hit within 3 px of its middle, and goes before what lies around it; of several the one
/// that matters most, then the nearest. Where hundreds share these 6 px: the longest block, as it
/// is what is seen, or else what lies under x. None where the row has nothing to show.
///
/// Cost    O(log n)
[[nodiscard]] std::optional<std::size_t> segmentAt(const Timeline& timeline, const Track& track,
                                                   const AxisMap& map, const TimeAxis& axis,
                                                   double x);

}  // namespace coroscope
