// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/timeline/growing_blocks.h"
#include "core/timeline/time_cell.h"

namespace coroscope {

/// Summaries of a sequence of changes at several levels: a leaf sums up so many changes that follow
/// one another, a cell of each further level four of the level below. Whoever draws takes the
/// largest cells that are narrow enough, and so visits a few for each pixel.
///
/// Cells have the same number of changes, not the same length: where much happens they are short.
/// So the pyramid suits any trace, dense or idle, takes the same memory for all, and never has to
/// be built anew (resources/decisions/0012-pyramid-by-count.md).
///
/// Order   by time, without gaps. A cell is written once, when its last change is known.
/// Memory  at most 16 · 4/3 bytes a leaf.
/// Cost    push() O(1) amortised, nothing is moved.
class TimePyramid {
public:
    static constexpr std::size_t fanOut = 4;
    using Level = GrowingBlocks<TimeCell, 4, 64>;

    /// A leaf that lasts up to `end`, where the next one begins.
    void push(const TimeCell& leaf, Ticks end);

    [[nodiscard]] std::size_t leafCount() const noexcept
    {
        return m_levels.empty() ? 0 : m_levels.front().size();
    }
    /// Level 0: the leaves.
    [[nodiscard]] std::size_t levelCount() const noexcept { return m_levels.size(); }
    [[nodiscard]] const Level& level(std::size_t number) const { return m_levels[number]; }
    /// Where a cell ends. Precondition: there is one.
    [[nodiscard]] Ticks endOf(std::size_t level, std::size_t index) const;
    struct Place {
        std::size_t level = 0;
        std::size_t cell = 0;
    };
    /// The cell in which `time` lies (the last one that has begun by then, or else the first), of
    /// the highest level on which it is not longer than `length`, or of level `least`.
    /// Precondition: there are cells of that level. Cost O(levels), a cache line each
    [[nodiscard]] Place placeOf(Ticks time, Ticks length, std::size_t least) const;
    /// The first leaf of a cell that holds its longest block.
    [[nodiscard]] std::size_t leafWithLongestBlock(std::size_t level, std::size_t cell) const;
    /// Where the last leaf ends.
    [[nodiscard]] Ticks end() const noexcept { return m_end; }

    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    [[nodiscard]] TimeCell summaryOf(std::size_t level, std::size_t first) const;

    std::vector<Level> m_levels;
    Ticks m_end{};
};

/// The pyramid over the segments of one row; the last segments, too few for a leaf, and rows
/// shorter than `leastSegments` are only in the column.
class RowPyramid {
public:
    static constexpr std::size_t leafSize = SegmentColumn::run;
    static constexpr std::size_t leastSegments = 512;
    /// Takes in what was appended to `column`, always the same one, since the last call.
    void extend(const SegmentColumn& column)
    {
        if (column.size() >= m_sizeForNext) [[unlikely]]
            addLeaves(column);
    }

    [[nodiscard]] const TimePyramid& cells() const noexcept { return m_cells; }
    /// Segments [0, covered()) are in leaves.
    [[nodiscard]] std::size_t covered() const noexcept { return m_cells.leafCount() * leafSize; }

    /// What is meant by a place where so many segments of `column`, 128 or more in a row, lie
    /// wholly within `span` that none of them can be: the longest block in or near `span`.
    struct Crowd {
        std::optional<std::size_t> longestBlock;
    };
    /// None: they are not so many. O(log n)
    [[nodiscard]] std::optional<Crowd> crowdIn(const SegmentColumn& column, const TimeSpan& span,
                                               Ticks end) const;

    /// The longest blocking segment of `column` that touches `span`, to within LogLength's
    /// accuracy. None if none does. O(log n) for a span that is a few pixels wide
    [[nodiscard]] std::optional<std::size_t> longestBlock(const SegmentColumn& column,
                                                          const TimeSpan& span, Ticks end) const;

private:
    static constexpr std::size_t crowdLevel = 2;    // whose cells are the least crowd
    static constexpr std::size_t mostInCrowd = 64;  // cells that are read one by one

    void addLeaves(const SegmentColumn& column);

    TimePyramid m_cells;
    std::size_t m_sizeForNext = leastSegments + 1;  // of the column
};

}  // namespace coroscope
