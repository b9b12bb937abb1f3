// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/gantt_raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "app/charts/bar_shape.h"
#include "app/charts/blend_pixels.h"

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

}  // namespace

GanttRaster::GanttRaster(std::shared_ptr<const BarLook> look)
    : m_look(std::move(look)), m_ends(largestRadius * m_look->scale(), m_look->scale())
{}

void GanttRaster::begin(const Target& target, const PixelWindow& window, Ticks end,
                        RasterQuality quality, std::optional<LogLength> salient)
{
    m_corner = reinterpret_cast<QRgb*>(target.image->bits()) + target.x;
    m_stride = target.image->bytesPerLine() / std::ptrdiff_t{sizeof(QRgb)};
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
    return m_corner + y * m_stride;
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
                    blended(row.ground[x], m_colours[static_cast<std::size_t>(x)],
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
    const BarShape drawn(begin, end, m_window, texture, m_ends);
    const auto opacity = static_cast<unsigned>(row.opacity * 256);
    drawn.draw({line(row.barTop), m_stride}, opacity);
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
