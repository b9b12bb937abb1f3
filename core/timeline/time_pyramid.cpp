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

namespace {

// Looks for the longest block of a row, largest cells first.
class BlockSearch {
public:
    BlockSearch(const SegmentColumn& column, const TimeSpan& span, Ticks end)
        : m_column(column), m_span(span), m_end(end)
    {}

    void visit(const TimePyramid& cells, std::size_t level, std::size_t index)
    {
        const TimeCell& cell = cells.level(level)[index];
        if (cell.longestBlock() <= m_length || cell.begin() >= m_span.end ||
            cells.endOf(level, index) < m_span.begin)
            return;
        if (level == 0) {
            visitSegments(index * RowPyramid::leafSize, (index + 1) * RowPyramid::leafSize);
            return;
        }
        for (std::size_t part = 0; part < TimePyramid::fanOut; ++part)
            visit(cells, level - 1, index * TimePyramid::fanOut + part);
    }

    void visitSegments(std::size_t first, std::size_t last)
    {
        for (std::size_t i = first; i < last && m_column.timeAt(i) < m_span.end; ++i) {
            const Ticks next = i + 1 < m_column.size() ? m_column.timeAt(i + 1) : m_end;
            const LogLength length(next - m_column.timeAt(i));
            if (m_column.stateAt(i) == SegmentState::Blocking && next >= m_span.begin &&
                length > m_length) {
                m_length = length;
                m_found = i;
            }
        }
    }

    [[nodiscard]] std::optional<std::size_t> found() const { return m_found; }

private:
    const SegmentColumn& m_column;
    const TimeSpan m_span;
    const Ticks m_end;
    LogLength m_length;
    std::optional<std::size_t> m_found;
};

}  // namespace

std::optional<std::size_t> RowPyramid::longestBlock(const SegmentColumn& column,
                                                    const TimeSpan& span, Ticks end) const
{
    BlockSearch search(column, span, end);
    std::size_t done = 0;  // leaves
    for (std::size_t level = m_cells.levelCount(); level-- > 0;) {
        const std::size_t leaves = std::size_t{1} << 2 * level;
        for (std::size_t i = done / leaves; i < m_cells.level(level).size(); ++i)
            search.visit(m_cells, level, i);
        done = m_cells.level(level).size() * leaves;
    }
    const std::size_t first = std::max(covered(), column.firstEndingAfter(span.begin));
    search.visitSegments(first, column.size());
    return search.found();
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
