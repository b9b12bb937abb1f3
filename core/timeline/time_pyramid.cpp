// SPDX-License-Identifier: MIT
#include "core/timeline/time_pyramid.h"

namespace coroscope {
namespace {

// Sums up what happens in a cell.
class CellSum {
public:
    void add(Lane lane, Ticks length, double weight = 1)
    {
        m_time[static_cast<std::size_t>(lane)] += static_cast<double>(length.count()) * weight;
    }
    void addBlock(LogLength length) { m_longestBlock = std::max(m_longestBlock, length); }
    void addSteps(bool areThere) { m_hasSteps = m_hasSteps || areThere; }

    [[nodiscard]] TimeCell cell(const TimeSpan& span) const
    {
        TimeCell made(span.begin, m_longestBlock, m_hasSteps);
        const auto whole = static_cast<double>(span.length().count());
        for (std::size_t lane = 0; lane < laneCount && whole > 0; ++lane)
            made.shares[lane] = Share(static_cast<float>(m_time[lane] / whole));
        return made;
    }

private:
    std::array<double, laneCount + 1> m_time{};  // the last one: of Lane::None
    LogLength m_longestBlock;
    bool m_hasSteps = false;
};

TimeCell leafOf(const SegmentColumn& column, std::size_t first, Ticks end)
{
    const SegmentColumn::Stamp* const stamps = column.stampsAt(first);
    CellSum sum;
    for (std::size_t i = 0; i < RowPyramid::leafSize; ++i) {
        const Ticks next = i + 1 < RowPyramid::leafSize ? stamps[i + 1].time() : end;
        const Ticks length = next - stamps[i].time();
        const Lane lane = laneOf(stamps[i].state());
        sum.add(lane, length);
        if (lane == Lane::Blocking)
            sum.addBlock(LogLength(length));
        sum.addSteps(length == Ticks{0} && (lane == Lane::Blocking || lane == Lane::Running));
    }
    return sum.cell({stamps[0].time(), end});
}

}  // namespace

void TimePyramid::push(const TimeCell& leaf, Ticks end)
{
    if (m_levels.empty())
        m_levels.emplace_back();
    m_levels.front().push_back(leaf);
    m_end = end;
    for (std::size_t level = 0; m_levels[level].size() % fanOut == 0; ++level) {
        if (level + 1 == m_levels.size())
            m_levels.emplace_back();
        m_levels[level + 1].push_back(summaryOf(level, m_levels[level].size() - fanOut));
    }
}

Ticks TimePyramid::endOf(std::size_t level, std::size_t index) const
{
    if (index + 1 < m_levels[level].size())
        return m_levels[level][index + 1].begin();
    for (; level > 0; --level) {
        index = index * fanOut + fanOut - 1;
        if (index + 1 < m_levels[level - 1].size())
            return m_levels[level - 1][index + 1].begin();
    }
    return m_end;
}

std::size_t TimePyramid::bytes() const noexcept
{
    std::size_t sum = m_levels.capacity() * sizeof(Level);
    for (const Level& level : m_levels)
        sum += level.bytes();
    return sum;
}

TimeCell TimePyramid::summaryOf(std::size_t level, std::size_t first) const
{
    const Level& parts = m_levels[level];
    CellSum sum;
    for (std::size_t i = first; i < first + fanOut; ++i) {
        const TimeCell& part = parts[i];
        const Ticks end = i + 1 < parts.size() ? parts[i + 1].begin() : m_end;
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            if (!part.shares[lane].isNone())
                sum.add(static_cast<Lane>(lane), end - part.begin(),
                        double{part.shares[lane].part()});
        }
        sum.addBlock(part.longestBlock());
        sum.addSteps(part.hasSteps());
    }
    return sum.cell({parts[first].begin(), m_end});
}

void RowPyramid::addLeaves(const SegmentColumn& column)
{
    for (std::size_t first = covered(); first + leafSize < column.size(); first += leafSize) {
        const Ticks end = column.timeAt(first + leafSize);
        m_cells.push(leafOf(column, first, end), end);
    }
    m_sizeForNext = covered() + leafSize + 1;
}

}  // namespace coroscope
