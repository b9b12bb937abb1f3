// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/gantt_raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace coroscope {
namespace {

constexpr double fineCell = 2;  // px that a cell may be wide in rows with bars
constexpr double draftCell = 4;
constexpr double visitsPerPixel = 3;  // segments and cells, at most
constexpr double draftVisits = 0.5;
constexpr double leafSegments = RowPyramid::leafSize;
constexpr double leafChanges = GroupPyramid::leafSize;
constexpr double largestRadius = 4;
constexpr double descentVisits = 2;  // of a row, to look into it

// A pixel of which `inside` shows the fill, and what is left of `cover` the edge; of 256. Two
// channels at once.
[[gnu::always_inline]] inline QRgb mixed(QRgb under, QRgb edge, QRgb fill, unsigned cover,
                                         unsigned inside)
{
    constexpr QRgb twoOfFour = 0x00FF00FF;
    constexpr QRgb half = 0x00800080;
    const auto two = [&](int shift) {
        return (under >> shift & twoOfFour) * (256 - cover) +
               (edge >> shift & twoOfFour) * (cover - inside) +
               (fill >> shift & twoOfFour) * inside + half;
    };
    return (two(0) >> 8 & twoOfFour) | (two(8) & ~twoOfFour);
}

QRgb mixed(QRgb under, QRgb over, unsigned alpha)
{
    return mixed(under, over, over, alpha, alpha);
}

// Of lines that show so many nodes of `rows` rows each, `height` px high.
Coverage::Detail detailFor(double nodes, double rows, double height, RasterQuality quality)
{
    const bool isDraft = quality == RasterQuality::Draft;
    const double visits = (isDraft ? draftVisits : visitsPerPixel) * height;
    Coverage::Detail detail;
    detail.cell = std::max(isDraft ? draftCell : fineCell, leafSegments * nodes / visits);
    detail.groupLeaf = isDraft ? std::numeric_limits<double>::infinity()
                               : (leafChanges + descentVisits * rows) * nodes / visits;
    detail.shape = GanttRaster::leastShape;
    return detail;
}

// A shape's part of a window, scanline by scanline.
class ShapeLine {
public:
    ShapeLine(double begin, double end, const PixelWindow& window, const BarTexture& texture)
        : m_count(window.count),
          m_texture(texture),
          m_origin(originOf(window, texture)),
          m_left(floored(begin)),
          m_right(floored(-end) * -1),
          m_leftPhase(phaseOf(begin - std::floor(begin))),
          m_rightPhase(phaseOf(std::ceil(end) - end))
    {}

    void draw(QRgb* pixels, int y, const BarEnds& ends, int fromEdge, unsigned all) const
    {
        const BarEnds::Covers left = ends.at(fromEdge, m_leftPhase);
        const BarEnds::Covers right = ends.at(fromEdge, m_rightPhase);
        const int from = clipped(m_left);
        const int to = clipped(m_right);
        const int middle = std::clamp(clipped(m_left + left.columns), from, to);
        const int rest = std::max(middle, std::clamp(clipped(m_right - right.columns), from, to));
        paintEnds(pixels, y, left, right, {from, middle}, all);
        paintMiddle(pixels, y, middle, rest, all);
        paintEnds(pixels, y, left, right, {rest, to}, all);
    }

    // Marks with nothing between them, whole ones only.
    void drawBroken(QRgb* pixels, int y, float opacity) const
    {
        for (int x = clipped(m_left); x < clipped(m_right); ++x) {
            const QRgb mark = m_texture.line(y)[inPeriod(x)];
            pixels[x] = mixed(pixels[x], mark,
                              static_cast<unsigned>(static_cast<float>(qAlpha(mark)) * opacity));
        }
    }

private:
    // What lies far outside is as good as just outside.
    static int floored(double x)
    {
        constexpr double far = 1e6;
        return static_cast<int>(std::floor(std::clamp(x, -far, far)));
    }
    static int phaseOf(double inset)
    {
        return std::clamp(static_cast<int>(inset * BarEnds::phases), 0, BarEnds::phases - 1);
    }
    [[nodiscard]] int clipped(int x) const { return std::clamp(x, 0, m_count); }
    // Where in the texture's period the window begins.
    static unsigned originOf(const PixelWindow& window, const BarTexture& texture)
    {
        const auto at = static_cast<int>(window.first % texture.period());
        return static_cast<unsigned>(at < 0 ? at + texture.period() : at);
    }
    [[nodiscard]] int inPeriod(int x) const
    {
        return static_cast<int>((m_origin + static_cast<unsigned>(x)) %
                                static_cast<unsigned>(m_texture.period()));
    }

    struct Columns {
        int from = 0;
        int to = 0;
    };

    // Has no branches but the loop's: narrow bars come by ten thousands, and none is like the last.
    void paintEnds(QRgb* pixels, int y, const BarEnds::Covers& left, const BarEnds::Covers& right,
                   const Columns& columns, unsigned all) const
    {
        const QRgb* const fill = m_texture.line(y);
        const QRgb edge = m_texture.edge();
        const int period = m_texture.period();
        const std::uint16_t* const leftInside = m_texture.isEdged() ? left.inside : left.shape;
        const std::uint16_t* const rightInside = m_texture.isEdged() ? right.inside : right.shape;
        int at = inPeriod(columns.from);
        for (int x = columns.from; x < columns.to; ++x) {
            const int l = std::min(x - m_left, left.columns);
            const int r = std::min(m_right - 1 - x, right.columns);
            const int cover = std::max(0, left.shape[l] + right.shape[r] - 256);
            const int inside = std::clamp(leftInside[l] + rightInside[r] - 256, 0, cover);
            pixels[x] = mixed(pixels[x], edge, fill[at], static_cast<unsigned>(cover) * all >> 8,
                              static_cast<unsigned>(inside) * all >> 8);
            ++at;
            at = at == period ? 0 : at;
        }
    }

    void paintMiddle(QRgb* pixels, int y, int from, int to, unsigned all) const
    {
        for (int x = from; x < to;) {
            const int at = inPeriod(x);
            const int count = std::min(to - x, m_texture.period() - at);
            const QRgb* const fill = m_texture.line(y) + at;
            if (all == 256) {
                std::memcpy(pixels + x, fill, static_cast<std::size_t>(count) * sizeof(QRgb));
            } else {
                for (int i = 0; i < count; ++i)
                    pixels[x + i] = mixed(pixels[x + i], fill[i], all);
            }
            x += count;
        }
    }

    int m_count;
    const BarTexture& m_texture;
    unsigned m_origin;
    int m_left;
    int m_right;
    int m_leftPhase;
    int m_rightPhase;
};

}  // namespace

GanttRaster::GanttRaster(std::shared_ptr<const BarLook> look)
    : m_look(std::move(look)), m_ends(largestRadius * m_look->scale(), m_look->scale())
{}

void GanttRaster::begin(const Target& target, const PixelWindow& window, Ticks end,
                        RasterQuality quality, std::optional<LogLength> salient)
{
    m_target = target;
    m_window = window;
    m_end = end;
    m_quality = quality;
    m_isChoosing = !salient;
    m_salient = salient.value_or(LogLength());
    m_floor = salient ? std::max(*salient, LogLength::ofCode(1)) : LogLength::ofCode(1);
    m_candidates = 0;
    m_byLength.fill(0);
    m_marks.clear();
    m_colours.resize(static_cast<std::size_t>(window.count));
}

QRgb* GanttRaster::line(int y) const
{
    return reinterpret_cast<QRgb*>(m_target.image->scanLine(y)) + m_target.x;
}

void GanttRaster::draw(const RasterRow& row)
{
    const auto bytes = static_cast<std::size_t>(m_window.count) * sizeof(QRgb);
    const int barBottom = row.barTop + m_look->height();
    const int first = row.track != nullptr ? row.barTop : row.bottom;
    for (int y = row.top; y < first; ++y)
        std::memcpy(line(y), row.ground, bytes);
    if (row.track == nullptr)
        return;
    for (int y = barBottom; y < row.bottom; ++y)
        std::memcpy(line(y), row.ground, bytes);
    m_coverage.begin(m_window, detailFor(1, 1, row.bottom - row.top, m_quality));
    m_coverage.addRow(*row.track, m_end);
    m_mixer.setCoverage(m_coverage, m_window.count);
    for (const BarLook::Mix& mix : m_look->mixes()) {
        m_mixer.mix(mix, row.ground, m_colours.data());
        if (row.opacity < 1) {
            for (int x = 0; x < m_window.count; ++x)
                m_colours[static_cast<std::size_t>(x)] =
                    mixed(row.ground[x], m_colours[static_cast<std::size_t>(x)],
                          static_cast<unsigned>(row.opacity * 256));
        }
        for (const int y : mix.lines)
            std::memcpy(line(row.barTop + y), m_colours.data(), bytes);
    }
    for (const WideSegment& shape : m_coverage.shapes())
        drawShape(row, shape);
    collectSalient(row.barTop, barBottom);
}

void GanttRaster::draw(const RasterBlock& block)
{
    const int height = block.bottom - block.top;
    const auto rows = static_cast<double>(block.rows.size());
    const double rowsPerLine = rows / height;
    unsigned size = 0;
    while (block.groups != nullptr && size < block.groups->largestSize() &&
           static_cast<double>(RowGroup{size + 1}.rowCount()) <= rowsPerLine)
        ++size;
    const auto inNode = static_cast<double>(RowGroup{size}.rowCount());
    const double nodesPerLine = rowsPerLine / inNode;
    const auto nodes = static_cast<std::size_t>(std::ceil(rows / inNode));
    const double lines = std::max(1.0, 1 / nodesPerLine);
    const Coverage::Detail detail =
        detailFor(std::max(1.0, nodesPerLine), inNode, lines, m_quality);
    const auto bytes = static_cast<std::size_t>(m_window.count) * sizeof(QRgb);
    static const RowGroups none;  // of which a single row needs nothing
    const RowGroups& groups = block.groups != nullptr ? *block.groups : none;
    for (int y = 0; y < height;) {
        const auto first = static_cast<std::size_t>(y * nodesPerLine);
        const auto last = std::clamp(static_cast<std::size_t>((y + 1) * nodesPerLine), first + 1,
                                     std::max(nodes, first + 1));
        m_coverage.begin(m_window, detail);
        for (std::size_t node = first; node < std::min(last, nodes); ++node)
            m_coverage.addGroup(groups, {size, node}, block.rows, m_end,
                                1 / static_cast<double>(last - first));
        LineMixer::mixExactly(m_coverage, m_window.count, m_look->flatMix(), block.ground,
                              m_colours.data());
        // Further lines of the same row.
        const int top = y;
        do {
            std::memcpy(line(block.top + y), m_colours.data(), bytes);
        } while (++y < height && static_cast<std::size_t>(y * nodesPerLine) == first &&
                 nodesPerLine < 1);
        collectSalient(block.top + top, block.top + y);
    }
}

void GanttRaster::drawShape(const RasterRow& row, const WideSegment& shape)
{
    const double begin = shape.begin - static_cast<double>(m_window.first);
    const double end = shape.end - static_cast<double>(m_window.first);
    if (end <= 0 || begin >= m_window.count)
        return;
    const BarTexture& texture = m_look->texture(shape.state);
    const BarEnds& ends = m_ends.of(end - begin, texture.radius());
    const ShapeLine span(begin, end, m_window, texture);
    for (int y = texture.top(); y < texture.bottom(); ++y) {
        const auto all = static_cast<unsigned>(texture.cover(y) * row.opacity * 256 + 0.5F);
        if (texture.isBroken()) {
            span.drawBroken(line(row.barTop + y), y, row.opacity);
            continue;
        }
        const int fromEdge = std::min(y - texture.top(), texture.bottom() - 1 - y);
        span.draw(line(row.barTop + y), y, ends, fromEdge, all);
    }
}

void GanttRaster::collectSalient(int top, int bottom)
{
    const auto& pixels = m_coverage.pixels();
    for (int x = 0; x < m_window.count; ++x) {
        const LogLength length = pixels[static_cast<std::size_t>(x)].longestBlock;
        if (length < m_floor)
            continue;
        m_marks.push_back({x, top, bottom, length});
        ++m_byLength[length.code()];
        ++m_candidates;
        while (m_isChoosing && m_candidates > mostSalient) {
            m_candidates -= m_byLength[m_floor.code()];
            m_floor = LogLength::ofCode(static_cast<std::uint8_t>(m_floor.code() + 1));
        }
    }
}

void GanttRaster::finish()
{
    if (m_isChoosing)
        m_salient = m_floor;
    for (const Salient& mark : m_marks) {
        if (mark.length < m_salient)
            continue;
        const BarTexture& texture = m_look->texture(SegmentState::Blocking);
        for (int y = mark.top; y < mark.bottom; ++y) {
            const MixColour& mean = texture.mean(std::min(y - mark.top, m_look->height() - 1));
            line(y)[mark.x] = toRgb(mean);
        }
    }
}

}  // namespace coroscope
