// SPDX-License-Identifier: MIT
#include "core/timeline/row_groups.h"

#include <algorithm>

namespace coroscope {
namespace {

// The next change of one row.
struct NextChange {
    Ticks time{};
    std::uint32_t row = 0;
    std::uint32_t transition = 0;

    [[nodiscard]] bool isAfter(const NextChange& other) const
    {
        return time != other.time ? time > other.time : row > other.row;
    }
};

// The changes of some rows in order of time.
class Merge {
public:
    void add(const SegmentColumn& column, std::uint32_t row, std::size_t first)
    {
        if (first < column.size())
            m_heap.push_back({column.timeAt(first), row, static_cast<std::uint32_t>(first)});
    }
    void begin() { std::ranges::make_heap(m_heap, isAfter); }
    [[nodiscard]] bool isOver() const { return m_heap.empty(); }
    [[nodiscard]] const NextChange& top() const { return m_heap.front(); }

    // Goes on with the row of the top.
    void advance(const SegmentColumn& column)
    {
        NextChange next = m_heap.front();
        if (++next.transition < column.size()) {
            next.time = column.timeAt(next.transition);
        } else {
            next = m_heap.back();
            m_heap.pop_back();
        }
        if (!m_heap.empty())
            sink(next);
    }

private:
    static bool isAfter(const NextChange& a, const NextChange& b) { return a.isAfter(b); }

    void sink(const NextChange& item)
    {
        std::size_t hole = 0;
        for (std::size_t child = 1; child < m_heap.size(); child = 2 * hole + 1) {
            if (child + 1 < m_heap.size() && m_heap[child].isAfter(m_heap[child + 1]))
                ++child;
            if (!item.isAfter(m_heap[child]))
                break;
            m_heap[hole] = m_heap[child];
            hole = child;
        }
        m_heap[hole] = item;
    }

    std::vector<NextChange> m_heap;
};

bool isStep(Lane lane)
{
    return lane == Lane::Running || lane == Lane::Blocking;
}

// One row's change, as its group sees it.
void takeChange(GroupPyramid& group, const SegmentColumn& column, std::size_t i, std::size_t rows,
                Ticks end)
{
    const Ticks time = column.timeAt(i);
    const Ticks until = i + 1 < column.size() ? column.timeAt(i + 1) : end;
    const Lane to = laneOf(column.stateAt(i));
    const Lane from = i == 0 ? Lane::None : laneOf(column.stateAt(i - 1));
    group.advanceTo(time);
    if (group.isLeafFull())
        group.closeLeaf(rows);
    group.change(time, from, to, to == Lane::Blocking ? until : time);
    if (isStep(to) && until == time)
        group.addStep();
}

}  // namespace

void GroupPyramid::change(Ticks time, Lane from, Lane to, Ticks blockedUntil)
{
    if (from != Lane::None)
        --m_rows[static_cast<std::size_t>(from)];
    if (to != Lane::None)
        ++m_rows[static_cast<std::size_t>(to)];
    if (blockedUntil > time)
        m_blocks.push_back({blockedUntil, LogLength(blockedUntil - time)});
    ++m_changes;
}

void GroupPyramid::advanceTo(Ticks time)
{
    const auto passed = static_cast<double>((time - m_now).count());
    for (std::size_t lane = 0; lane < laneCount; ++lane)
        m_time[lane] += passed * m_rows[lane];
    m_now = time;
}

TimeCell GroupPyramid::openCell(std::size_t rowCount) const
{
    LogLength longest;
    for (const Block& block : m_blocks)
        longest = std::max(longest, block.length);
    TimeCell cell(m_begin, longest, m_hasSteps);
    const double whole =
        static_cast<double>((m_now - m_begin).count()) * static_cast<double>(rowCount);
    for (std::size_t lane = 0; lane < laneCount && whole > 0; ++lane)
        cell.shares[lane] = Share(static_cast<float>(m_time[lane] / whole));
    return cell;
}

void GroupPyramid::closeLeaf(std::size_t rowCount)
{
    m_cells.push(openCell(rowCount), m_now);
    m_time = {};
    m_begin = m_now;
    m_changes = 0;
    m_hasSteps = false;
    std::erase_if(m_blocks, [this](const Block& block) { return block.end <= m_begin; });
}

void RowGroups::extend(std::span<const Track> rows, Ticks end, std::size_t events)
{
    for (unsigned size = 1; rows.size() >> 2 * (size - 1) > most; ++size) {
        if (size > m_sizes.size()) {
            m_sizes.emplace_back();
            m_taken.push_back(0);
        }
        extendSize(size, rows, m_taken[size - 1], end);
        m_taken[size - 1] = events;
    }
}

void RowGroups::extendSize(unsigned size, std::span<const Track> rows, std::size_t firstEvent,
                           Ticks end)
{
    const std::size_t rowCount = RowGroup{size}.rowCount();
    std::vector<GroupPyramid>& groups = m_sizes[size - 1];
    groups.resize((rows.size() + rowCount - 1) / rowCount);
    for (std::size_t index = 0; index < groups.size(); ++index) {
        const std::size_t first = RowGroup{size, index}.firstRow();
        const std::size_t last = std::min(rows.size(), first + rowCount);
        Merge merge;
        for (std::size_t row = first; row < last; ++row)
            merge.add(rows[row].segments, static_cast<std::uint32_t>(row),
                      firstEvent == 0 ? 0 : rows[row].segments.countBeforeEvent(firstEvent));
        merge.begin();
        GroupPyramid& group = groups[index];
        while (!merge.isOver()) {
            const NextChange next = merge.top();
            const SegmentColumn& column = rows[next.row].segments;
            takeChange(group, column, next.transition, rowCount, end);
            merge.advance(column);
        }
        group.advanceTo(end);
    }
}

std::size_t RowGroups::bytes() const noexcept
{
    std::size_t sum = 0;
    for (const std::vector<GroupPyramid>& groups : m_sizes) {
        sum += groups.capacity() * sizeof(GroupPyramid);
        for (const GroupPyramid& group : groups)
            sum += group.cells().bytes();
    }
    return sum;
}

}  // namespace coroscope
