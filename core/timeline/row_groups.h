// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope {

/// A group of neighbouring rows: those from index · 4^size on; of size 0 one row.
struct RowGroup {
    static constexpr std::size_t fanOut = 4;

    unsigned size = 0;
    std::size_t index = 0;

    [[nodiscard]] std::size_t firstRow() const noexcept { return index << 2 * size; }
    [[nodiscard]] std::size_t rowCount() const noexcept { return std::size_t{1} << 2 * size; }
    [[nodiscard]] RowGroup part(std::size_t number) const noexcept
    {
        return {size - 1, index * fanOut + number};
    }
};

/// The changes of a group's rows, merged by time and summed up: a cell holds the mean of its rows'
/// states.
class GroupPyramid {
public:
    static constexpr std::size_t leafSize = 32;  ///< changes

    /// One row goes from a state to another. Precondition: not before the last change.
    void change(Ticks time, Lane from, Lane to, Ticks blockedUntil);
    /// Nothing more happened up to `time`.
    void advanceTo(Ticks time);

    [[nodiscard]] const TimePyramid& cells() const noexcept { return m_cells; }
    /// What came after the last leaf; it lasts up to openEnd().
    [[nodiscard]] TimeCell openCell(std::size_t rowCount) const;
    [[nodiscard]] Ticks openEnd() const noexcept { return m_now; }

    void closeLeaf(std::size_t rowCount);
    [[nodiscard]] bool isLeafFull() const noexcept
    {
        return m_changes >= leafSize && m_now > m_begin;
    }
    void addStep() noexcept { m_hasSteps = true; }

private:
    struct Block {
        Ticks end{};
        LogLength length;
    };

    TimePyramid m_cells;
    std::array<double, laneCount> m_time{};  // spent since m_begin, of all rows
    std::array<std::uint32_t, laneCount> m_rows{};
    Ticks m_begin{};
    Ticks m_now{};
    std::vector<Block> m_blocks;  // that have not ended before m_begin
    std::uint32_t m_changes = 0;
    bool m_hasSteps = false;
};

/// Pyramids over groups of rows, for views in which many rows share a pixel: groups of 4 rows, of
/// 16, ... as long as there are more than `most` of the size below.
///
/// Order   as the rows of the timeline
/// Memory  about 0.7 bytes a segment for each size
/// Cost    extend() merges the rows' changes by time, 15 to 40 ns for each size; nothing is built
///         up to `most` rows
class RowGroups {
public:
    static constexpr std::size_t most = 256;

    /// Takes in what came to the rows since the last call, up to the `end` of the trace, which has
    /// so many events. Precondition: always the same rows, with none gone.
    void extend(std::span<const Track> rows, Ticks end, std::size_t events);

    /// 0: there are none, the rows are enough.
    [[nodiscard]] unsigned largestSize() const noexcept
    {
        return static_cast<unsigned>(m_sizes.size());
    }
    /// Precondition: 1 <= size <= largestSize(). So for those below, which have an index below it.
    [[nodiscard]] std::size_t count(unsigned size) const { return m_sizes[size - 1].size(); }
    [[nodiscard]] const GroupPyramid& operator[](const RowGroup& group) const
    {
        return m_sizes[group.size - 1][group.index];
    }

    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    void extendSize(unsigned size, std::span<const Track> rows, std::size_t firstEvent, Ticks end);

    std::vector<std::vector<GroupPyramid>> m_sizes;  // [size - 1][index]
    std::vector<std::size_t> m_taken;                // events, of each size
};

}  // namespace coroscope
