// SPDX-License-Identifier: MIT
#include "core/timeline/coverage.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace coroscope {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();
constexpr Ticks earliest{-1};

// All lanes at once; g++ and clang have these vectors.
using Four = std::int32_t __attribute__((vector_size(16)));
using FourFloats = float __attribute__((vector_size(16)));

Four four(const Coverage::Shares& shares)
{
    return std::bit_cast<Four>(shares);
}

std::uint8_t bitOf(Lane lane)
{
    return lane == Lane::None ? std::uint8_t{0}
                              : static_cast<std::uint8_t>(1U << static_cast<unsigned>(lane));
}

}  // namespace

// Goes over one row or group from left to right and leaves its changes in the pixels.
class CoverageSweep {
public:
    // Only what lies in `span` counts; with `shape` px a segment becomes a shape.
    CoverageSweep(Coverage& out, const TimeSpan& span, double weight, double shape)
        : m_out(out),
          m_window(out.m_window),
          m_span(span),
          m_from(std::max(span.begin, m_window.timeAt(double(m_window.first) - 2))),
          m_to(std::min(span.end, m_window.timeAt(double(m_window.first + m_window.count) + 2))),
          m_whole(static_cast<float>(weight * Coverage::whole)),
          m_shape(shape)
    {
        const auto whole = static_cast<std::int32_t>(m_whole);
        m_one = {Four{whole}, Four{0, whole}, Four{0, 0, whole}, Four{0, 0, 0, whole}, Four{}};
    }

    void sweepRow(const Track& row, Ticks end)
    {
        const SegmentColumn& column = row.segments;
        const auto raw = [&](std::size_t leaf) {
            takeSegments(column, leaf * RowPyramid::leafSize, (leaf + 1) * RowPyramid::leafSize,
                         end);
        };
        sweepCells(row.pyramid.cells(), m_out.m_detail.cell, RowPyramid::leafSize, raw);
        takeSegments(column, row.pyramid.covered(), column.size(), end);
        finish(end);
    }

    void sweepGroup(const RowGroups& groups, const RowGroup& group, std::span<const Track> rows,
                    Ticks end)
    {
        const GroupPyramid& pyramid = groups[group];
        const TimePyramid& cells = pyramid.cells();
        const auto parts = [&](std::size_t leaf) {
            const TimeSpan span{cells.level(0)[leaf].begin(), cells.endOf(0, leaf)};
            set(placeOf(std::max(span.begin, m_span.begin)), Four{});
            descend(groups, group, rows, end, span);
        };
        sweepCells(cells, m_out.m_detail.cell, GroupPyramid::leafSize, parts);
        const TimeCell open = pyramid.openCell(group.rowCount());
        if (!m_isPast && open.begin() < m_to && pyramid.openEnd() >= m_from)
            takeCell(open, GroupPyramid::leafSize);
        finish(pyramid.openEnd());
    }

private:
    // An instant among the pixels.
    struct Place {
        std::int64_t column = 0;  // from the window's first one on
        float right = 0;          // of the column, where it lies in it
    };

    [[nodiscard]] Place placeOf(Ticks time) const
    {
        const double x = m_window.placeOf(time);
        auto column = static_cast<std::int64_t>(x);
        if (static_cast<double>(column) > x)
            --column;
        return {column - m_window.first, static_cast<float>(x - static_cast<double>(column))};
    }

    // Cells up to `most` px wide are taken, leaves that are wider opened.
    template <typename OpenLeaf>
    void sweepCells(const TimePyramid& cells, double most, std::size_t leafSize, OpenLeaf openLeaf)
    {
        std::size_t done = 0;  // leaves
        for (std::size_t level = cells.levelCount(); level-- > 0;) {
            const std::size_t leaves = std::size_t{1} << 2 * level;
            for (std::size_t i = done / leaves; i < cells.level(level).size() && !m_isPast; ++i)
                visit(cells, level, i, cells.endOf(level, i), most, leafSize, openLeaf);
            done = cells.level(level).size() * leaves;
        }
    }

    template <typename OpenLeaf>
    void visit(const TimePyramid& cells, std::size_t level, std::size_t index, Ticks end,
               double most, std::size_t leafSize, OpenLeaf openLeaf)
    {
        const TimeCell& cell = cells.level(level)[index];
        const Ticks begin = cell.begin();
        if (begin >= m_to)
            m_isPast = true;
        if (m_isPast || end < m_from)
            return;
        const bool isLeaf = level == 0;
        const double limit =
            isLeaf && leafSize == GroupPyramid::leafSize ? m_out.m_detail.groupLeaf : most;
        if (static_cast<double>((end - begin).count()) * m_window.perNs <= limit) {
            takeCell(cell, leafSize << 2 * level);
        } else if (isLeaf) {
            openLeaf(index);
        } else {
            visitParts(cells, level - 1, index * TimePyramid::fanOut, end, most, leafSize,
                       openLeaf);
        }
    }

    // Cells side by side, the last of which lasts up to `end`.
    template <typename OpenLeaf>
    void visitParts(const TimePyramid& cells, std::size_t level, std::size_t first, Ticks end,
                    double most, std::size_t leafSize, OpenLeaf openLeaf)
    {
        const TimeCell* const parts = cells.level(level).at(first);
        for (std::size_t part = 0; part < TimePyramid::fanOut && !m_isPast; ++part) {
            const bool isLast = part + 1 == TimePyramid::fanOut;
            visit(cells, level, first + part, isLast ? end : parts[part + 1].begin(), most,
                  leafSize, openLeaf);
        }
    }

    void descend(const RowGroups& groups, const RowGroup& group, std::span<const Track> rows,
                 Ticks end, const TimeSpan& span)
    {
        const double weight = static_cast<double>(m_whole) / Coverage::whole / RowGroup::fanOut;
        const TimeSpan inside{std::max(span.begin, m_span.begin), std::min(span.end, m_span.end)};
        for (std::size_t number = 0; number < RowGroup::fanOut; ++number) {
            const RowGroup part = group.part(number);
            if (part.firstRow() >= rows.size())
                break;
            CoverageSweep sweep(m_out, inside, weight, never);
            if (part.size == 0)
                sweep.sweepRow(rows[part.index], end);
            else
                sweep.sweepGroup(groups, part, rows, end);
        }
    }

    void takeCell(const TimeCell& cell, std::size_t segments)
    {
        ++m_out.m_visits;
        const Place place = placeOf(std::max(cell.begin(), m_span.begin));
        const auto& shares = cell.shares;
        const FourFloats parts{shares[0].part(), shares[1].part(), shares[2].part(),
                               shares[3].part()};
        set(place, __builtin_convertvector(parts * m_whole, Four));
        if (Coverage::Pixel* const pixel = pixelAt(place)) {
            unsigned present = 0;
            for (std::size_t lane = 0; lane < laneCount; ++lane)
                present |= cell.shares[lane].isNone() ? 0U : 1U << lane;
            pixel->segments += static_cast<std::uint32_t>(segments);
            pixel->present |= static_cast<std::uint8_t>(present);
            pixel->longestBlock = std::max(pixel->longestBlock, cell.longestBlock());
            pixel->hasSteps |= cell.hasSteps();
        }
    }

    // Segments [first, last), of which those of a run lie side by side.
    void takeSegments(const SegmentColumn& column, std::size_t first, std::size_t last, Ticks end)
    {
        if (last == column.size() && last > first + RowPyramid::leafSize)
            first = std::max(first, firstInView(column));
        for (std::size_t i = first; i < last && !m_isPast; i += RowPyramid::leafSize) {
            const SegmentColumn::Stamp* const stamps = column.stampsAt(i);
            const std::size_t count = std::min(RowPyramid::leafSize, last - i);
            const bool isLast = i + count == column.size();
            const Ticks next = isLast ? end : column.timeAt(i + count);
            if (next < m_from)
                continue;
            for (std::size_t k = 0; k < count && !m_isPast; ++k)
                takeSegment({stamps[k].time(), k + 1 < count ? stamps[k + 1].time() : next},
                            stamps[k].state(), i + k);
        }
    }

    // A multiple of a leaf.
    [[nodiscard]] std::size_t firstInView(const SegmentColumn& column) const
    {
        const std::size_t first = column.firstEndingAfter(m_from - Ticks{1});
        return first - first % RowPyramid::leafSize;
    }

    void takeSegment(const TimeSpan& span, SegmentState state, std::size_t segment)
    {
        if (span.begin >= m_to)
            m_isPast = true;
        if (m_isPast || span.end < m_from)
            return;
        ++m_out.m_visits;
        const Place place = placeOf(std::max(span.begin, m_span.begin));
        const Lane lane = laneOf(state);
        if (span.begin == span.end) {
            const bool isStep = lane == Lane::Running || lane == Lane::Blocking;
            if (Coverage::Pixel* const pixel = isStep ? pixelAt(place) : nullptr)
                pixel->hasSteps = true;
            return;
        }
        if (isShape(span, state)) {
            set(place, Four{});
            m_out.m_shapes.push_back({m_window.placeOf(span.begin), m_window.placeOf(span.end),
                                      state, static_cast<std::uint32_t>(segment)});
            return;
        }
        set(place, m_one[static_cast<std::size_t>(lane)]);
        if (Coverage::Pixel* const pixel = lane == Lane::None ? nullptr : pixelAt(place)) {
            ++pixel->segments;
            pixel->present |= bitOf(lane);
            if (lane == Lane::Blocking)
                pixel->longestBlock = std::max(pixel->longestBlock, LogLength(span.length()));
        }
    }

    [[nodiscard]] bool isShape(const TimeSpan& span, SegmentState state) const
    {
        const bool isDrawn = laneOf(state) != Lane::None || state == SegmentState::Waiting;
        return isDrawn && static_cast<double>(span.length().count()) * m_window.perNs >= m_shape;
    }

    void finish(Ticks end) { set(placeOf(std::min(end, m_span.end)), Four{}); }

    // From `place` on it is these shares.
    void set(const Place& place, Four shares)
    {
        const Four change = shares - m_shares;
        m_shares = shares;
        if (place.column >= m_window.count)
            return;
        const bool isLeftOf = place.column < 0;
        const float right = isLeftOf ? 0.0F : place.right;
        const Four later =
            __builtin_convertvector(__builtin_convertvector(change, FourFloats) * right, Four);
        Coverage::Pixel* const pixel =
            &m_out.m_pixels[isLeftOf ? 0 : static_cast<std::size_t>(place.column)];
        pixel[0].change = std::bit_cast<Coverage::Shares>(four(pixel[0].change) + change - later);
        pixel[1].change = std::bit_cast<Coverage::Shares>(four(pixel[1].change) + later);
    }

    [[nodiscard]] Coverage::Pixel* pixelAt(const Place& place) const
    {
        if (place.column < 0 || place.column >= m_window.count)
            return nullptr;
        return &m_out.m_pixels[static_cast<std::size_t>(place.column)];
    }

    Coverage& m_out;
    const PixelWindow& m_window;
    const TimeSpan m_span;
    const Ticks m_from;  // what ends before it is left of the window
    const Ticks m_to;    // what begins from it on is right of the window
    const float m_whole;
    const double m_shape;
    std::array<Four, laneCount + 1> m_one{};  // of a lane alone; built in memory it would be slow
    Four m_shares{};
    bool m_isPast = false;
};

void Coverage::begin(const PixelWindow& window, const Detail& detail)
{
    m_window = window;
    m_detail = detail;
    m_shapes.clear();
    m_pixels.assign(static_cast<std::size_t>(window.count) + 1, {});
}

void Coverage::addRow(const Track& row, Ticks end)
{
    CoverageSweep(*this, {earliest, Ticks::max()}, 1, m_detail.shape).sweepRow(row, end);
}

void Coverage::addGroup(const RowGroups& groups, const RowGroup& group, std::span<const Track> rows,
                        Ticks end, double weight)
{
    CoverageSweep sweep(*this, {earliest, Ticks::max()}, weight, never);
    if (group.size == 0)
        sweep.sweepRow(rows[group.index], end);
    else
        sweep.sweepGroup(groups, group, rows, end);
}

}  // namespace coroscope
