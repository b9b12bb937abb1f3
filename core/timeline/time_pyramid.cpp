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

TimePyramid::Place TimePyramid::placeOf(Ticks time, Ticks length, std::size_t least) const
{
    Place place{m_levels.size(), 0};
    Ticks end;
    do {
        const Level& cells = m_levels[--place.level];
        place.cell *= fanOut;
        while (place.cell + 1 < cells.size() && cells[place.cell + 1].begin() <= time)
            ++place.cell;
        end = place.cell + 1 < cells.size() ? cells[place.cell + 1].begin() : m_end;
    } while (place.level > least && end - m_levels[place.level][place.cell].begin() > length);
    return place;
}

std::size_t TimePyramid::leafWithLongestBlock(std::size_t level, std::size_t cell) const
{
    const LogLength longest = m_levels[level][cell].longestBlock();
    while (level > 0) {
        const TimeCell* parts = m_levels[--level].at(cell *= fanOut);
        for (; parts->longestBlock() < longest; ++parts)
            ++cell;
    }
    return cell;
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

// Looks for the longest block of a row, in the cells that promise the longest ones first: so
// hardly any other cell is opened.
class BlockSearch {
public:
    BlockSearch(const SegmentColumn& column, const TimePyramid& cells, const TimeSpan& span,
                Ticks end)
        : m_column(column), m_cells(cells), m_span(span), m_end(end)
    {}

    void visitAll()
    {
        std::size_t done = 0;  // leaves
        for (std::size_t level = m_cells.levelCount(); level-- > 0;) {
            const std::size_t leaves = std::size_t{1} << 2 * level;
            const std::size_t first = done / leaves;
            const std::size_t count = m_cells.level(level).size() - first;
            if (count > 0)
                visitBest(level, first, count, m_cells.endOf(level, first + count - 1));
            done = m_cells.level(level).size() * leaves;
        }
        const std::size_t covered = done * RowPyramid::leafSize;
        visitSegments(covered > 0 ? covered : m_column.firstEndingAfter(m_span.begin),
                      m_column.size(), m_span);
    }

    [[nodiscard]] std::optional<std::size_t> found() const { return m_found; }

private:
    // Cells side by side, up to fanOut, the last of which lasts up to `end`.
    void visitBest(std::size_t level, std::size_t first, std::size_t count, Ticks end)
    {
        const TimeCell* const cells = m_cells.level(level).at(first);
        std::size_t last = count;
        while (last > 0 && cells[last - 1].begin() >= m_span.end)
            --last;
        std::size_t next = 0;
        while (next + 1 < last && cells[next + 1].begin() < m_span.begin)
            ++next;
        unsigned seen = 0;  // a bit for each
        for (;;) {
            std::size_t best = last;
            for (std::size_t i = next; i < last; ++i) {
                const LogLength most = best == last ? m_length : cells[best].longestBlock();
                if ((seen >> i & 1) == 0 && cells[i].longestBlock() > most)
                    best = i;
            }
            if (best == last)
                return;
            seen |= 1U << best;
            visitCell(level, first + best,
                      {cells[best].begin(), best + 1 < count ? cells[best + 1].begin() : end});
        }
    }

    void visitCell(std::size_t level, std::size_t cell, const TimeSpan& place)
    {
        if (place.end < m_span.begin)
            return;
        if (level > 0)
            visitBest(level - 1, cell * TimePyramid::fanOut, TimePyramid::fanOut, place.end);
        else
            visitSegments(cell * RowPyramid::leafSize, (cell + 1) * RowPyramid::leafSize, m_span);
    }

    void visitSegments(std::size_t first, std::size_t last, const TimeSpan& span)
    {
        for (std::size_t i = first; i < last && m_column.timeAt(i) < span.end; ++i) {
            if (m_column.stateAt(i) != SegmentState::Blocking)
                continue;
            const Ticks next = i + 1 < m_column.size() ? m_column.timeAt(i + 1) : m_end;
            const LogLength length(next - m_column.timeAt(i));
            if (next >= span.begin && length > m_length) {
                m_length = length;
                m_found = i;
            }
        }
    }

    const SegmentColumn& m_column;
    const TimePyramid& m_cells;
    const TimeSpan m_span;
    const Ticks m_end;
    LogLength m_length;
    std::optional<std::size_t> m_found;
};

}  // namespace

namespace {

// The longest block of a leaf.
std::size_t longestBlockOf(const SegmentColumn& column, std::size_t first)
{
    const SegmentColumn::Stamp* const stamps = column.stampsAt(first);
    std::size_t found = first;
    Ticks longest{0};
    for (std::size_t i = 0; i < RowPyramid::leafSize; ++i) {
        if (stamps[i].state() != SegmentState::Blocking)
            continue;
        const Ticks next =
            i + 1 < RowPyramid::leafSize ? stamps[i + 1].time() : column.timeAt(first + i + 1);
        if (next - stamps[i].time() > longest) {
            longest = next - stamps[i].time();
            found = first + i;
        }
    }
    return found;
}

}  // namespace

std::optional<RowPyramid::Crowd> RowPyramid::crowdIn(const SegmentColumn& column,
                                                     const TimeSpan& span, Ticks end) const
{
    if (m_cells.levelCount() <= crowdLevel)
        return {};
    const Ticks nearby = span.length() / 4;
    const TimePyramid::Place first = m_cells.placeOf(span.begin, nearby, crowdLevel);
    const TimePyramid::Level& cells = m_cells.level(first.level);
    std::size_t best = first.cell;
    LogLength longest = cells[best].longestBlock();
    std::size_t last = first.cell + 1;
    for (; last < cells.size() && cells[last].begin() < span.end; ++last) {
        if (last - first.cell > mostInCrowd)
            return Crowd{longestBlock(column, span, end)};
        if (cells[last].longestBlock() > longest) {
            best = last;
            longest = cells[last].longestBlock();
        }
    }
    if (last - first.cell < 3)
        return {};
    const bool isAtEnd = last == cells.size();  // what follows is only on lower levels
    if (isAtEnd)
        return Crowd{longestBlock(column, span, end)};
    if (longest == LogLength())
        return Crowd{};
    if (m_cells.endOf(first.level, best) - cells[best].begin() > nearby)
        return Crowd{longestBlock(column, span, end)};
    return Crowd{
        longestBlockOf(column, m_cells.leafWithLongestBlock(first.level, best) * leafSize)};
}

std::optional<std::size_t> RowPyramid::longestBlock(const SegmentColumn& column,
                                                    const TimeSpan& span, Ticks end) const
{
    BlockSearch search(column, m_cells, span, end);
    search.visitAll();
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
