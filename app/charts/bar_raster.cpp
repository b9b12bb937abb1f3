// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_raster.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/tick_ladder.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double sameColumn = 0.02;             // px that a move may be off whole pixels
constexpr std::uint64_t draftFrom = 1'000'000;  // visits of a full picture: some 10 ms
constexpr double stepSpacing = 3;
enum Ground { card, zebra, selected };

QRgb blended(QRgb under, const QColor& over)
{
    const double alpha = over.alphaF();
    const auto channel = [alpha](int a, int b) { return qRound(a + (b - a) * alpha); };
    return qRgb(channel(qRed(under), over.red()), channel(qGreen(under), over.green()),
                channel(qBlue(under), over.blue()));
}

Ground groundOf(const ChartState& state, int row)
{
    if (state.isSelected(row))
        return selected;
    return row % 2 == 1 ? zebra : card;
}

}  // namespace

bool BarRaster::isNeeded(const ChartState& state)
{
    if (state.isOrder())
        return false;
    std::size_t count = 0;
    for (int row = state.firstTaskRow(); row < state.lastTaskRow(); ++row) {
        const SegmentColumn& column = state.track(row).segments;
        count +=
            column.firstEndingAfter(state.span.end) - column.firstEndingAfter(state.span.begin) + 1;
    }
    return count > mostShapes;
}

PixelWindow BarRaster::windowFor(const ChartState& state, double scale) const
{
    PixelWindow window;
    const double width = state.geometry.plotWidth() * scale;
    window.perNs = width / static_cast<double>(state.span.length().count());
    const double begin = window.placeOf(state.span.begin);
    window.count = static_cast<int>(std::floor(width)) + 1;
    const double first = std::round(begin - m_window.phase);
    if (window.perNs == m_window.perNs && std::abs(begin - m_window.phase - first) < sameColumn)
        window.phase = m_window.phase;
    else
        window.phase = begin - std::floor(begin);
    window.first = static_cast<std::int64_t>(std::round(begin - window.phase));
    return window;
}

bool BarRaster::continues(const PixelWindow& window, const ChartState& state, double scale) const
{
    return !m_rows.empty() && scale == m_scale && window.perNs == m_window.perNs &&
           window.phase == m_window.phase && window.count == m_window.count &&
           std::abs(window.first - m_window.first) < window.count &&
           m_rows.size() == static_cast<std::size_t>(state.lastTaskRow() - state.firstTaskRow());
}

void BarRaster::show(const ChartState& state, double scale, bool isMoving)
{
    const PixelWindow window = windowFor(state, scale);
    const bool isImproved = !isMoving && canImprove();
    if (!continues(window, state, scale) || isImproved) {
        beginAnew(state, scale, window);
        m_isDraft = isMoving && m_lastVisits > draftFrom;
        const auto before = m_raster->coverage().visits();
        drawColumns(state, window, m_isDraft ? RasterQuality::Draft : RasterQuality::Full, {});
        if (!m_isDraft)
            m_lastVisits = m_raster->coverage().visits() - before;
        m_hasMoved = false;
        return;
    }
    const std::int64_t by = window.first - m_window.first;
    m_window = window;
    m_drawnColumns = 0;
    if (by == 0)
        return;
    dropUnseen(window);
    PixelWindow strip = window;
    strip.count = static_cast<int>(std::abs(by));
    if (by > 0)
        strip.first = window.first + window.count - by;
    m_hasMoved = true;
    drawColumns(state, strip, m_isDraft ? RasterQuality::Draft : RasterQuality::Full,
                m_raster->salient());
}

void BarRaster::beginAnew(const ChartState& state, double scale, const PixelWindow& window)
{
    const double barHeight = StatePainter::barHeight(state.geometry.rowHeight());
    if (!m_look || m_palette != state.palette || scale != m_scale || barHeight != m_barHeight) {
        m_look = std::make_shared<BarLook>(*state.palette, barHeight, scale);
        m_raster = std::make_unique<GanttRaster>(m_look);
        m_lastVisits = 0;
    }
    m_palette = state.palette;
    m_barHeight = barHeight;
    m_scale = scale;
    m_window = window;
    m_origin = window.first;
    const int height = static_cast<int>(std::lround(state.geometry.rows().height() * scale));
    const QSize size(window.count, std::max(1, height));
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_RGB32);
    m_rows.assign(static_cast<std::size_t>(state.lastTaskRow() - state.firstTaskRow()), {});
}

int BarRaster::ringColumn(std::int64_t column) const
{
    const std::int64_t at = (column - m_origin) % m_window.count;
    return static_cast<int>(at < 0 ? at + m_window.count : at);
}

// A strip may go over the ring's seam; all of the image does not.
void BarRaster::drawColumns(const ChartState& state, const PixelWindow& strip,
                            RasterQuality quality, std::optional<LogLength> salient)
{
    m_drawnColumns = strip.count;
    PixelWindow part = strip;
    part.count = std::min(strip.count, m_window.count - ringColumn(strip.first));
    drawStrip(state, part, quality, salient);
    part.first += part.count;
    part.count = strip.count - part.count;
    if (part.count > 0)
        drawStrip(state, part, quality, salient);
}

void BarRaster::drawStrip(const ChartState& state, const PixelWindow& strip, RasterQuality quality,
                          std::optional<LogLength> salient)
{
    layGround(state, strip);
    m_raster->begin({&m_image, ringColumn(strip.first)}, strip, state.run->timeline->end(), quality,
                    salient);
    const ChartGeometry& geometry = state.geometry;
    const auto pixel = [&](double y) {
        return static_cast<int>(std::lround((y - geometry.rowsTop()) * m_scale));
    };
    for (int row = geometry.firstRow; row < geometry.firstRow + geometry.visibleRows(); ++row) {
        const QRectF place = geometry.row(row);
        const bool isTask = state.isTask(row);
        m_raster->draw(RasterRow{isTask ? &state.track(row) : nullptr, pixel(place.top()),
                                 std::min(pixel(place.bottom()), m_image.height()),
                                 pixel(state.barRect(row, 0, 0).top()),
                                 m_grounds[groundOf(state, row)].data(),
                                 state.isDimmed(row) ? static_cast<float>(dimmedOpacity) : 1.0F});
        if (isTask)
            takeRow(m_rows[static_cast<std::size_t>(row - state.firstTaskRow())], strip);
    }
    m_raster->finish();
}

// What lies under the bars: the rows' stripes and the lines of the grid.
void BarRaster::layGround(const ChartState& state, const PixelWindow& strip)
{
    const Palette& p = *state.palette;
    const std::array colours{p.card.rgb(), p.zebra.rgb(), p.tint.rgb()};
    const auto lineWidth = std::max<std::int64_t>(1, std::lround(m_scale));
    for (std::size_t ground = 0; ground < colours.size(); ++ground) {
        m_grounds[ground].assign(static_cast<std::size_t>(strip.count), colours[ground]);
        const QRgb line = blended(colours[ground], p.grid);
        for (const Tick& tick :
             ticksOf(state.span, state.longestTotal, state.geometry.plotWidth())) {
            const auto x =
                static_cast<std::int64_t>(std::floor(m_window.placeOf(tick.time) + sameColumn) -
                                          static_cast<double>(strip.first));
            for (std::int64_t at = std::max<std::int64_t>(0, x);
                 at < std::min<std::int64_t>(x + lineWidth, strip.count); ++at)
                m_grounds[ground][static_cast<std::size_t>(at)] = line;
        }
    }
}

void BarRaster::takeRow(Row& row, const PixelWindow& strip)
{
    const Coverage& coverage = m_raster->coverage();
    for (const WideSegment& shape : coverage.shapes()) {
        const bool isKnown = std::ranges::any_of(
            row.shapes, [&](const WideSegment& known) { return known.segment == shape.segment; });
        if (!isKnown)
            row.shapes.push_back(shape);
    }
    const auto spacing = static_cast<std::int64_t>(std::lround(stepSpacing * m_scale));
    for (int x = 0; x < strip.count; ++x) {
        const std::int64_t column = strip.first + x;
        const bool isNear = !row.steps.empty() && column - row.steps.back() < spacing &&
                            row.steps.back() - column < spacing;
        if (coverage.pixels()[static_cast<std::size_t>(x)].hasSteps && !isNear)
            row.steps.push_back(column);
    }
}

void BarRaster::dropUnseen(const PixelWindow& window)
{
    const auto first = static_cast<double>(window.first);
    for (Row& row : m_rows) {
        std::erase_if(row.shapes, [&](const WideSegment& shape) {
            return shape.end < first || shape.begin > first + window.count;
        });
        std::erase_if(row.steps, [&](std::int64_t column) {
            return column < window.first || column >= window.first + window.count;
        });
    }
}

std::vector<RowMarks> BarRaster::marks(const ChartState& state) const
{
    const auto xOf = [this](double place) {
        return (place - static_cast<double>(m_window.first)) / m_scale;
    };
    std::vector<RowMarks> all;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        RowMarks& marks = all.emplace_back();
        for (const WideSegment& shape : m_rows[i].shapes)
            marks.bars.push_back({xOf(shape.begin), xOf(shape.end), shape.state, shape.segment});
        for (const std::int64_t column : m_rows[i].steps)
            marks.beads.push_back(xOf(static_cast<double>(column) + 0.5));
        std::ranges::sort(marks.bars, {}, &RowMarks::Bar::x0);
        std::ranges::sort(marks.beads);
        const int row = state.firstTaskRow() + static_cast<int>(i);
        markEnd(marks, state.track(row), state.map(), state.axis());
    }
    return all;
}

void BarRaster::paint(QPainter& painter, const ChartState& state) const
{
    const int seam = ringColumn(m_window.first);
    const QPointF place = state.geometry.plot().topLeft();
    const auto draw = [&](double x, int from, int count) {
        const QRectF target(place.x() + x / m_scale, place.y(), count / m_scale,
                            m_image.height() / m_scale);
        painter.drawImage(target, m_image, QRectF(from, 0, count, m_image.height()));
    };
    draw(0, seam, m_window.count - seam);
    if (seam > 0)
        draw(m_window.count - seam, 0, seam);
}

QImage BarRaster::image() const
{
    QImage unrolled(m_image.size(), QImage::Format_RGB32);
    QPainter painter(&unrolled);
    const int seam = ringColumn(m_window.first);
    painter.drawImage(0, 0, m_image, seam, 0);
    painter.drawImage(m_window.count - seam, 0, m_image, 0, 0, seam, -1);
    return unrolled;
}

}  // namespace coroscope
