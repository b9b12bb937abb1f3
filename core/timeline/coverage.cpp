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
        sweepCells(row.pyramid.cells(), RowLeaves{*this, column, end});
        takeSegments(column, row.pyramid.covered(), column.size(), end);
        finish(end);
    }

    void sweepGroup(const RowGroups& groups, const RowGroup& group, std::span<const Track> rows,
                    Ticks end)
    {
        const GroupPyramid& pyramid = groups[group];
        sweepCells(pyramid.cells(), GroupLeaves{*this, groups, group, rows, end});
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

    // What leaves of a row are made of: segments.
    struct RowLeaves {
        static constexpr std::size_t size = RowPyramid::leafSize;

        CoverageSweep& sweep;
        const SegmentColumn& column;
        Ticks end;

        // In px, where it may be taken as a cell.
        [[nodiscard]] double widest() const { return sweep.m_out.m_detail.cell; }
        void fetch(std::size_t leaf) const { __builtin_prefetch(column.stampsAt(leaf * size)); }
        void open(std::size_t leaf) const
        {
            sweep.takeSegments(column, leaf * size, (leaf + 1) * size, end);
        }
    };

    // What leaves of a group are made of: its parts.
    struct GroupLeaves {
        static constexpr std::size_t size = GroupPyramid::leafSize;

        CoverageSweep& sweep;
        const RowGroups& groups;
        const RowGroup& group;
        std::span<const Track> rows;
        Ticks end;

        [[nodiscard]] double widest() const { return sweep.m_out.m_detail.groupLeaf; }
        void fetch(std::size_t) const {}
        void open(std::size_t leaf) const
        {
            const TimePyramid& cells = groups[group].cells();
            const TimeSpan span{cells.level(0)[leaf].begin(), cells.endOf(0, leaf)};
            sweep.set(sweep.placeOf(std::max(span.begin, sweep.m_span.begin)), Four{});
            sweep.descend(groups, group, rows, end, span);
        }
    };

    // Cells up to m_widest are taken, leaves that are wider opened.
    template <typename Leaves>
    void sweepCells(const TimePyramid& cells, const Leaves& leaves)
    {
        m_widest = lengthOf(m_out.m_detail.cell);
        m_widestLeaf = lengthOf(leaves.widest());
        std::size_t done = 0;  // leaves
        for (std::size_t level = cells.levelCount(); level-- > 0;) {
            const std::size_t perCell = std::size_t{1} << 2 * level;
            for (std::size_t i = done / perCell; i < cells.level(level).size() && !m_isPast; ++i) {
                const Ticks end = cells.endOf(level, i);
                const bool isTaken = isNarrow(level, end - cells.level(level)[i].begin());
                visit(cells, {level, i}, end, isTaken, leaves);
            }
            done = cells.level(level).size() * perCell;
        }
    }

    [[nodiscard]] Ticks lengthOf(double pixels) const
    {
        constexpr auto longest = static_cast<double>(std::int64_t{1} << 62);
        return Ticks(static_cast<std::int64_t>(std::min(pixels / m_window.perNs, longest)));
    }

    [[nodiscard]] bool isNarrow(std::size_t level, Ticks length) const
    {
        return length <= (level == 0 ? m_widestLeaf : m_widest);
    }

    template <typename Leaves>
    void visit(const TimePyramid& cells, const TimePyramid::Place& place, Ticks end, bool isTaken,
               const Leaves& leaves)
    {
        const TimeCell& cell = cells.level(place.level)[place.cell];
        if (cell.begin() >= m_to)
            m_isPast = true;
        if (m_isPast || end < m_from)
            return;
        if (isTaken)
            takeCell(cell, Leaves::size << 2 * place.level);
        else if (place.level == 0)
            leaves.open(place.cell);
        else
            visitParts(cells, {place.level - 1, place.cell * TimePyramid::fanOut}, end, leaves);
    }

    // Cells side by side, the last of which lasts up to `end`. What those hold that are opened is
    // fetched for all of them before the first one is.
    template <typename Leaves>
    void visitParts(const TimePyramid& cells, const TimePyramid::Place& first, Ticks end,
                    const Leaves& leaves)
    {
        const std::size_t level = first.level;
        const TimeCell* const parts = cells.level(level).at(first.cell);
        const std::array<Ticks, TimePyramid::fanOut> ends{parts[1].begin(), parts[2].begin(),
                                                          parts[3].begin(), end};
        std::array<bool, TimePyramid::fanOut> areTaken{};
        for (std::size_t part = 0; part < TimePyramid::fanOut; ++part) {
            areTaken[part] = isNarrow(level, ends[part] - parts[part].begin());
            if (areTaken[part])
                continue;
            if (level == 0)
                leaves.fetch(first.cell + part);
            else
                __builtin_prefetch(
                    cells.level(level - 1).at((first.cell + part) * TimePyramid::fanOut));
        }
        for (std::size_t part = 0; part < TimePyramid::fanOut && !m_isPast; ++part)
            visit(cells, {level, first.cell + part}, ends[part], areTaken[part], leaves);
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
        set(place, __builtin_convertvector(cell.parts() * m_whole, Four));
        if (Coverage::Pixel* const pixel = pixelAt(place)) {
            pixel->segments += static_cast<std::uint32_t>(segments);
            pixel->present |= cell.present();
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
    Ticks m_widest{};  // cell that is taken as it is; m_widestLeaf: leaf
    Ticks m_widestLeaf{};
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
