// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/gantt_item.h"

#include <QPaintEngine>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "app/charts/sooner_label.h"
#include "app/charts/tick_ladder.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double zebraRadius = 6;
constexpr double tickLength = 4;
constexpr double capAfterBead = 7;
constexpr double capAfterNow = 9;
constexpr double capAfterBar = 4.25;  // 3 px between bar and cap
constexpr double leastScrollMark = 16;
constexpr double smallBeadsBelow = 24;  // height of a row

bool isRaster(const QPainter& painter)
{
    return painter.paintEngine()->type() == QPaintEngine::Raster;
}

}  // namespace

void GanttItem::invalidate()
{
    m_isLaidOut = false;
    m_scale = 0;
    update();
}

void GanttItem::updateForPlayhead(double from, double to)
{
    const bool isPlaying = state().isPlaying;
    for (const BarLabel& label : m_labels) {
        const QRectF before = placeOf(label, from, isPlaying);
        const QRectF after = placeOf(label, to, isPlaying);
        if (before != after)
            update(before.united(after).adjusted(-6, 0, 6, 0));
    }
}

void GanttItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*)
{
    if (!state().run)
        return;
    layOut();
    if (isRaster(*painter)) {
        drawPixmap(*painter, option->exposedRect);
    } else {
        drawGround(*painter);
        drawBars(*painter, 0);
        drawBeads(*painter);
    }
    drawLabels(*painter);
    drawCaps(*painter);
    drawHover(*painter);
    drawSooner(*painter, state());
}

void GanttItem::layOut()
{
    if (m_isLaidOut)
        return;
    m_isLaidOut = true;
    m_marks.clear();
    m_labels.clear();
    const ChartGeometry& geometry = state().geometry;
    const TimeAxis axis = state().axis();
    for (int i = 0; i < geometry.visibleRows(); ++i) {
        const int row = geometry.firstRow + i;
        m_marks.push_back(
            marksOf(*state().run->timeline, state().track(row), axis, geometry.plotWidth()));
        appendLabels(state(), row, m_marks.back(), m_labels);
    }
}

void GanttItem::drawPixmap(QPainter& painter, const QRectF& exposed)
{
    const qreal scale = std::max(painter.deviceTransform().m11(), 0.1);
    if (m_scale != scale)
        rasterise(scale);
    const QRectF whole(QPointF(), m_pixmap.deviceIndependentSize());
    const QRectF target = QRectF(exposed.toAlignedRect()) & whole;
    const QRectF source(target.topLeft() * scale, target.size() * scale);
    painter.drawPixmap(target, m_pixmap, source);
}

void GanttItem::rasterise(qreal scale)
{
    m_scale = scale;
    ++m_rasterCount;
    const QSizeF size(state().geometry.size.width(), state().geometry.rowsBottom() + tickLength);
    m_pixmap = QPixmap((size * scale).toSize().expandedTo(QSize(1, 1)));
    m_pixmap.setDevicePixelRatio(scale);
    m_pixmap.fill(Qt::transparent);
    QPainter painter(&m_pixmap);
    drawGround(painter);
    painter.setClipRect(state().geometry.plot().adjusted(0, 0, 1, 0));
    drawBars(painter, RowMarks::overhang);
    painter.setClipping(false);
    drawBeads(painter);
}

void GanttItem::drawGround(QPainter& painter) const
{
    const ChartGeometry& geometry = state().geometry;
    const Palette& p = *state().palette;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.zebra);
    constexpr double inset = ChartGeometry::zebraInset;
    for (int i = 0; i < geometry.visibleRows(); ++i) {
        const int row = geometry.firstRow + i;
        if (row % 2 == 1)
            painter.drawRoundedRect(geometry.row(row).adjusted(inset, 0, -inset, 0), zebraRadius,
                                    zebraRadius);
    }
    drawScrollMark(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF plot = geometry.plot();
    for (const Tick& tick : ticksOf(state().span, state().longestTotal, plot.width()))
        painter.fillRect(
            QRectF(std::floor(state().xOf(tick.time)), plot.top(), 1, plot.height() + tickLength),
            p.grid);
    painter.fillRect(QRectF(plot.left(), plot.bottom(), std::floor(plot.width()) + 1, 1), p.line);
    painter.restore();
}

// Which of the rows are shown, when there are more.
void GanttItem::drawScrollMark(QPainter& painter) const
{
    const ChartGeometry& geometry = state().geometry;
    if (geometry.lastFirstRow() <= 0)
        return;
    const QRectF rows = geometry.rows();
    const double rowShare = rows.height() / geometry.rowCount;
    const double height = std::max(leastScrollMark, rowShare * geometry.visibleRows());
    const double way = (rows.height() - height) / geometry.lastFirstRow();
    painter.setPen(Qt::NoPen);
    painter.setBrush(state().palette->ctl);
    painter.drawRoundedRect(
        QRectF(rows.right() - 6, rows.top() + way * geometry.firstRow, 4, height), 2, 2);
}

void GanttItem::drawBars(QPainter& painter, double overhang) const
{
    const StatePainter states(*state().palette);
    const ChartGeometry& geometry = state().geometry;
    const double left = geometry.plotLeft();
    const double origin = state().xOf(Ticks{0});
    int row = geometry.firstRow;
    for (const RowMarks& marks : m_marks) {
        for (const RowMarks::Bar& bar : marks.bars) {
            const double x0 = std::max(bar.x0, -overhang);
            const double x1 = std::min(bar.x1, geometry.plotWidth() + overhang);
            states.drawBar(painter, state().barRect(row, left + x0, left + x1), bar.state, origin);
        }
        ++row;
    }
}

void GanttItem::drawBeads(QPainter& painter) const
{
    const StatePainter states(*state().palette);
    const ChartGeometry& geometry = state().geometry;
    const Bead size = geometry.rowHeight() < smallBeadsBelow ? Bead::Small : Bead::Step;
    int row = geometry.firstRow;
    for (const RowMarks& marks : m_marks) {
        const double y = state().middleOf(row++);
        for (const double x : marks.beads)
            states.drawBead(painter, {geometry.plotLeft() + x, y}, size);
    }
}

void GanttItem::drawCaps(QPainter& painter) const
{
    const StatePainter states(*state().palette);
    const ChartGeometry& geometry = state().geometry;
    int row = geometry.firstRow;
    for (const RowMarks& marks : m_marks) {
        if (marks.capX >= 0) {
            const bool isNow = geometry.plotLeft() + marks.capX == state().playheadX();
            const double offset = isNow && state().isStepNow(row) ? capAfterNow
                                  : marks.endsInBead              ? capAfterBead
                                                                  : capAfterBar;
            states.drawCap(painter,
                           {geometry.plotLeft() + marks.capX + offset, state().middleOf(row)},
                           state().outcome(row));
        }
        ++row;
    }
}

void GanttItem::drawLabels(QPainter& painter) const
{
    const StatePainter states(*state().palette);
    const double playheadX = state().showsPlayhead() ? state().playheadX() : -1;
    for (const BarLabel& label : m_labels) {
        const QRectF place = placeOf(label, playheadX, state().isPlaying);
        if (!place.isEmpty())
            states.drawLabel(painter, place, label.state, label.text);
    }
}

void GanttItem::drawHover(QPainter& painter) const
{
    if (!state().hovered || !state().geometry.isVisible(state().hovered->row))
        return;
    const auto [row, index] = *state().hovered;
    const Segment segment = state().run->timeline->segment(state().track(row), index);
    const double x0 = std::max(state().xOf(segment.span.begin), state().geometry.plotLeft());
    const double x1 = std::min(state().xOf(segment.span.end), state().geometry.plotRight());
    if (segment.state != SegmentState::Waiting && x1 - x0 > 1)
        StatePainter(*state().palette)
            .drawOutline(painter, state().barRect(row, x0, x1), segment.state, 1);
}

}  // namespace coroscope
