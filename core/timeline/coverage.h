// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/timeline/row_groups.h"

namespace coroscope {

/// A window onto a trace: pixel columns `first` to `first + count` of a world in which an instant
/// lies at `time * perNs - phase`. Who moves by whole pixels changes `first` only, and then every
/// column comes out the same to the last bit.
struct PixelWindow {
    double perNs = 1;  ///< > 0
    double phase = 0;
    std::int64_t first = 0;
    int count = 0;

    /// In the world's pixels.
    [[nodiscard]] double placeOf(Ticks time) const noexcept
    {
        return static_cast<double>(time.count()) * perNs - phase;
    }
    [[nodiscard]] Ticks timeAt(double place) const noexcept
    {
        return Ticks(static_cast<std::int64_t>((place + phase) / perNs));
    }
};

/// A segment that is wide enough to be drawn as a shape of its own.
struct WideSegment {
    double begin = 0;  ///< in the world's pixels, not cut
    double end = 0;
    SegmentState state = SegmentState::Unborn;
    std::uint32_t segment = 0;
};

/// What each pixel column of a line is mixed of: of one row, or of all rows that share it.
///
/// Each change at x adds its difference to the two pixels around x, whatever the width of what
/// begins there; one running sum then yields the exact area of each state in each pixel. All sums
/// are of whole numbers, so that they do not depend on where one begins.
///
/// Cost    a line: O(pixels · a few + log n), independent of how long the trace is
class Coverage {
public:
    /// What a pixel covered by one state holds.
    static constexpr std::int32_t whole = 1 << 22;
    using Shares = std::array<std::int32_t, laneCount>;

    struct Pixel {
        Shares change{};             ///< against the pixel before
        std::uint32_t segments = 0;  ///< that begin here, as far as they are too narrow for shapes
        std::uint8_t present = 0;    ///< a bit for each lane that has a share, however small
        LogLength longestBlock;
        bool hasSteps = false;

        [[nodiscard]] bool isPlain() const noexcept
        {
            return (change[0] | change[1] | change[2] | change[3]) == 0 && segments == 0 &&
                   !hasSteps;
        }
    };

    /// How finely to look.
    struct Detail {
        double cell = 1;       ///< px that a cell may be wide
        double groupLeaf = 8;  ///< px that the smallest cell of a group may be wide
        double shape = 3;      ///< px from which on a segment of a row is a shape, not mixed in
    };

    /// Empty lines of that window from now on.
    void begin(const PixelWindow& window, const Detail& detail);
    /// Adds a row that has the line for itself.
    void addRow(const Track& row, Ticks end);
    /// Adds a group, or a row, of which the line shows `weight` of its own height (0 to 1); all its
    /// segments are mixed in. `end`: of the trace.
    void addGroup(const RowGroups& groups, const RowGroup& group, std::span<const Track> rows,
                  Ticks end, double weight);

    /// One for each column of the window; the changes add up from left to right, from nothing.
    [[nodiscard]] const std::vector<Pixel>& pixels() const noexcept { return m_pixels; }
    /// By begin.
    [[nodiscard]] const std::vector<WideSegment>& shapes() const noexcept { return m_shapes; }
    /// Segments and cells that were looked at since this was made: what drawing costs.
    [[nodiscard]] std::uint64_t visits() const noexcept { return m_visits; }

private:
    friend class CoverageSweep;

    PixelWindow m_window;
    Detail m_detail;
    std::vector<Pixel> m_pixels;  // and one behind the last
    std::vector<WideSegment> m_shapes;
    std::uint64_t m_visits = 0;
};

}  // namespace coroscope
