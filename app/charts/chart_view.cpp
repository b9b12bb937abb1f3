// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/chart_view.h"

#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPaintEvent>
#include <QPainter>
#include <algorithm>
#include <utility>

namespace coroscope {
namespace {

constexpr int usualWidth = 394;
constexpr int leastWidth = 300;
constexpr int mostRows = 12;
constexpr int leastRows = 4;
constexpr qreal compactRow = 29;

}  // namespace

ChartView::ChartView(const Palette& palette, QWidget* parent)
    // Not setChart(): it lets go of the one that QChartView has made for itself.
    : QChartView(new ProgramChart(palette), parent), m_program(static_cast<ProgramChart*>(chart()))
{
    setFrameShape(NoFrame);
    setViewportUpdateMode(MinimalViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    setColours(palette);
}

void ChartView::setRun(ProgramRunPtr run, Ticks longestTotal, std::size_t longestEvents)
{
    const int rowsBefore = m_program->state().geometry.rowCount;
    m_program->setRun(std::move(run), longestTotal, longestEvents);
    setAccessibleName(m_program->description());
    if (m_program->state().geometry.rowCount != rowsBefore)
        updateGeometry();
}

void ChartView::setColours(const Palette& palette)
{
    setBackgroundBrush(palette.card);
    m_isOutdated = true;
    m_program->setColours(palette);
}

QSize ChartView::sizeHint() const
{
    const ChartGeometry& geometry = m_program->state().geometry;
    const int rows = std::clamp(geometry.rowCount, 1, mostRows);
    const qreal row = geometry.isCompact() ? compactRow : ChartGeometry::usualRow;
    return {usualWidth, qRound(ChartGeometry::heightFor(rows, row, geometry.isTree))};
}

QSize ChartView::minimumSizeHint() const
{
    const ChartGeometry& geometry = m_program->state().geometry;
    const int rows = std::clamp(geometry.rowCount, 1, leastRows);
    const qreal row = ChartGeometry::leastRow;
    return {leastWidth, qRound(ChartGeometry::heightFor(rows, row, geometry.isTree))};
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const ChartGeometry& geometry = m_program->state().geometry;
    const int page = std::max(1, geometry.visibleRows() - 1);
    int rows = 0;
    switch (event->key()) {
    case Qt::Key_Up: rows = -1; break;
    case Qt::Key_Down: rows = 1; break;
    case Qt::Key_PageUp: rows = -page; break;
    case Qt::Key_PageDown: rows = page; break;
    default: break;
    }
    if (rows == 0 || geometry.lastFirstRow() <= 0) {
        event->ignore();
        return;
    }
    m_program->setFirstRow(geometry.firstRow + rows);
}

bool ChartView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::NativeGesture)
        return QChartView::viewportEvent(event);
    const auto* const gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() != Qt::ZoomNativeGesture)
        return QChartView::viewportEvent(event);
    m_program->zoomAround(gesture->position().x(), 1 + gesture->value());
    return true;
}

void ChartView::paintEvent(QPaintEvent* event)
{
    renewPicture();
    const qreal scale = m_still.devicePixelRatio();
    QPainter painter(viewport());
    for (const QRect& rect : event->region()) {
        const QRectF source(QPointF(rect.topLeft()) * scale, QSizeF(rect.size()) * scale);
        painter.setClipRect(rect);  // by one only, Qt copies far quicker
        painter.drawPixmap(QRectF(rect), m_still, source);
    }
    painter.setClipping(false);
    m_program->paintMoving(painter, event->region().boundingRect());
}

void ChartView::renewPicture()
{
    const qreal scale = viewport()->devicePixelRatioF();
    const QSize size = (QSizeF(viewport()->size()) * scale).toSize();
    if (m_still.size() != size || m_still.devicePixelRatio() != scale) {
        m_still = QPixmap(size);
        m_still.setDevicePixelRatio(scale);
        m_isOutdated = true;
    }
    const QRect whole = viewport()->rect();
    const QRect damage = m_program->takeDamage().toAlignedRect() & whole;
    const QRect outdated = std::exchange(m_isOutdated, false) ? whole : damage;
    if (outdated.isEmpty())
        return;
    QPainter painter(&m_still);
    painter.setClipRect(outdated);
    painter.fillRect(outdated, backgroundBrush());
    m_program->paintStill(painter, outdated);
}

}  // namespace coroscope
