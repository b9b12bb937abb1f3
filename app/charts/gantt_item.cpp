// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/gantt_item.h"

#include <QPaintEngine>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/charts/ground.h"
#include "app/charts/held_band.h"
#include "app/charts/resource_rows.h"
#include "app/charts/sooner_label.h"
#include "app/style/paint_helpers.h"
#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double capAfterBead = 7;
constexpr double capAfterNow = 9;
constexpr double capAfterBar = 4.25;  // 3 px between bar and cap
constexpr double capReach = 24;
constexpr double smallBeadsBelow = 24;  // height of a row
constexpr double notchAlpha = 0.55;
constexpr double leastNotch = 4;  // px between two

double scaleOf(const QPainter& painter)
{
    return painter.deviceTransform().m11();
}

// A pixmap smaller than the chart itself would only be blurred.
bool canUsePixmap(const QPainter& painter)
{
    return painter.paintEngine()->type() == QPaintEngine::Raster && scaleOf(painter) >= 1;
}

}  // namespace

void GanttItem::invalidate()
{
    m_bars.forget();
    m_isLaidOut = false;
    m_scale = 0;
    update();
}

void GanttItem::moveView()
{
    m_isMoving = true;
    m_isLaidOut = false;
    m_scale = 0;
    update();
}

void GanttItem::settle()
{
    m_isMoving = false;
    if (!m_isDense || !m_bars.canImprove())
        return;
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
            updateMoving(before.united(after).adjusted(-6, 0, 6, 0));
    }
}

void GanttItem::layOutFor(const QPainter& painter)
{
    layOut(canUsePixmap(painter) ? scaleOf(painter) : 0);
}

void GanttItem::paintStill(QPainter& painter, const QRectF& exposed)
{
    if (!state().run)
        return;
    layOutFor(painter);
    if (canUsePixmap(painter)) {
        drawPixmap(painter, exposed);
    } else {
        drawGround(painter, state());
        drawHeldBands(painter, state());
        if (m_runs)
            m_runs->paint(painter);
        drawBars(painter, 0);
        drawBeads(painter);
        drawResourceRows(painter, state());
    }
    if (!state().isOrder() && !state().showsCriticalPath)
        drawSooner(painter, state());
}

void GanttItem::paintMoving(QPainter& painter, const QRectF& exposed)
{
    if (!state().run)
        return;
    layOutFor(painter);
    drawLabels(painter, exposed);
    drawCaps(painter, exposed);
}

// `scale` 0: for shapes, however many.
void GanttItem::layOut(qreal scale)
{
    if (m_isLaidOut && m_laidOutFor == scale)
        return;
    m_isLaidOut = true;
    m_laidOutFor = scale;
    m_labels.clear();
    m_runs.reset();
    m_isDense = BarRaster::isNeeded(state());
    if (m_isDense && scale > 0) {
        m_bars.show(state(), scale, m_isMoving);
        m_marks = m_bars.marks(state());
    } else if (m_isDense) {
        m_marks = m_runs.emplace(state()).marks();
    } else {
        m_marks.clear();
        for (int row = state().firstTaskRow(); row < state().lastTaskRow(); ++row)
            m_marks.push_back(marksOf(*state().run->timeline, state().track(row), state().map(),
                                      state().axis(), state().geometry.plotWidth()));
    }
    for (std::size_t i = 0; i < m_marks.size(); ++i)
        appendLabels(state(), state().firstTaskRow() + static_cast<int>(i), m_marks[i], m_labels);
    if (state().isOrder() && m_transfersOf != state().run) {
        m_transfersOf = state().run;
        m_transfers = controlTransfersOf(*state().run);
    }
}

void GanttItem::drawPixmap(QPainter& painter, const QRectF& exposed)
{
    const qreal scale = scaleOf(painter);
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
    const QSizeF size(state().geometry.size.width(),
                      state().geometry.rowsBottom() + ChartGeometry::tickLength);
    m_pixmap = QPixmap((size * scale).toSize().expandedTo(QSize(1, 1)));
    m_pixmap.setDevicePixelRatio(scale);
    m_pixmap.fill(state().palette->card);  // the chart lies on a card; opaque is quicker
    QPainter painter(&m_pixmap);
    drawGround(painter, state());
    if (m_isDense) {
        m_bars.paint(painter, state());
        drawHeldBands(painter, state());
    } else {
        drawHeldBands(painter, state());
        painter.setClipRect(state().geometry.plot().adjusted(0, 0, 1, 0));
        drawBars(painter, RowMarks::overhang);
        painter.setClipping(false);
    }
    drawBeads(painter);
    drawResourceRows(painter, state());
}

void GanttItem::drawBars(QPainter& painter, double overhang) const
{
    const StatePainter states(*state().palette);
    const ChartGeometry& geometry = state().geometry;
    const double left = geometry.plotLeft();
    const double origin = state().xOf(Ticks{0});
    int row = state().firstTaskRow();
    for (const RowMarks& marks : m_marks) {
        painter.setOpacity(state().isDimmed(row) ? dimmedOpacity : 1);
        for (const RowMarks::Bar& bar : marks.bars) {
            const double x0 = std::max(bar.x0, -overhang);
            const double x1 = std::min(bar.x1, geometry.plotWidth() + overhang);
            states.drawBar(painter, state().barRect(row, left + x0, left + x1), bar.state, origin);
        }
        if (state().isOrder())
            drawNotches(painter, row, marks);
        ++row;
    }
    painter.setOpacity(1);
    if (state().isOrder())
        drawControlTransfers(painter, state(), m_transfers);
}

// On the order axis, the events of a step.
void GanttItem::drawNotches(QPainter& painter, int row, const RowMarks& marks) const
{
    const double unit = state().axis().toX(state().span.begin + AxisMap::unit);
    if (unit < leastNotch)
        return;
    const double left = state().geometry.plotLeft();
    const double origin = state().axis().toX(Ticks{0});
    for (const RowMarks::Bar& bar : marks.bars) {
        if (bar.state != SegmentState::Running)
            continue;
        for (double event = std::floor((bar.x0 - origin) / unit + 1.01);; ++event) {
            const double x = origin + event * unit;
            if (x > bar.x1 - 1.5 || x > state().geometry.plotWidth())
                break;
            const QRectF whole = state().barRect(row, left + x, left + x);
            painter.fillRect(QRectF(left + x - 0.5, whole.top() + 4, 1, whole.height() - 8),
                             withAlpha(state().palette->card, notchAlpha));
        }
    }
}

void GanttItem::drawBeads(QPainter& painter) const
{
    const StatePainter states(*state().palette);
    const ChartGeometry& geometry = state().geometry;
    const Bead size = geometry.rowHeight() < smallBeadsBelow ? Bead::Small : Bead::Step;
    int row = state().firstTaskRow();
    for (const RowMarks& marks : m_marks) {
        painter.setOpacity(state().isDimmed(row) ? dimmedOpacity : 1);
        const double y = state().middleOf(row++);
        for (const double x : marks.beads)
            states.drawBead(painter, {geometry.plotLeft() + x, y}, size);
    }
    painter.setOpacity(1);
}

void GanttItem::drawCaps(QPainter& painter, const QRectF& exposed) const
{
    const StatePainter states(*state().palette);
    const ChartGeometry& geometry = state().geometry;
    int row = state().firstTaskRow();
    for (const RowMarks& marks : m_marks) {
        painter.setOpacity(state().isDimmed(row) ? dimmedOpacity : 1);
        const double capX = geometry.plotLeft() + marks.capX;
        const bool isExposed = capX + capReach >= exposed.left() && capX <= exposed.right();
        if (marks.capX >= 0 && isExposed) {
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
    painter.setOpacity(1);
}

void GanttItem::drawLabels(QPainter& painter, const QRectF& exposed) const
{
    const StatePainter states(*state().palette);
    const double playheadX = state().showsPlayhead() ? state().playheadX() : -1;
    for (const BarLabel& label : m_labels) {
        const QRectF place = placeOf(label, playheadX, state().isPlaying);
        painter.setOpacity(state().isDimmed(label.row) ? dimmedOpacity : 1);
        if (!place.isEmpty() && place.adjusted(-8, 0, 8, 0).intersects(exposed))
            states.drawLabel(painter, place, label.state, label.text);
    }
    painter.setOpacity(1);
}

}  // namespace coroscope
