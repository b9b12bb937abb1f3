// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer does to a program's chart.
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QGraphicsSceneWheelEvent>
#include <QTimerEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/charts/gantt_item.h"
#include "app/charts/program_chart.h"
#include "app/style/fonts.h"

namespace coroscope {
namespace {

constexpr int toolTipDelay = 300;  // ms
constexpr double zoomPerNotch = 1.25;
constexpr double panPerNotch = 0.1;  // of the visible span
constexpr double wheelNotch = 120;   // QWheelEvent's unit

// The first line stands out.
QString toolTipLook(const Palette& palette)
{
    return QStringLiteral(
               "<style>p { line-height: 18px } b { color: %1; font-weight: 600 } code { font-family: '%2' }</style>")
        .arg(palette.ink.name(), fontFor(TextRole::Code).families().value(0));
}

}  // namespace

void ProgramChart::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    constexpr double reach = 6;
    const QRectF plot = m_state.geometry.plot().adjusted(-reach, 0, reach, 0);
    QRectF sensitive = plot;
    sensitive.setTop(0);
    if (event->button() != Qt::LeftButton || !m_state.run || !sensitive.contains(event->pos())) {
        event->ignore();
        return;
    }
    hideToolTip();
    dragTo(event->pos().x());
}

void ProgramChart::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        dragTo(event->pos().x());
}

void ProgramChart::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
}

void ProgramChart::hoverMoveEvent(QGraphicsSceneHoverEvent* event)
{
    m_hoverPosition = event->pos();
    m_hoverScreenPosition = event->screenPos();
    m_hoverWidget = event->widget();
    setHovered(hitAt(event->pos()));
    m_hoverTimer.start(toolTipDelay, this);
}

void ProgramChart::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    hideToolTip();
    setHovered({});
}

void ProgramChart::wheelEvent(QGraphicsSceneWheelEvent* event)
{
    const double notches = event->delta() / wheelNotch;
    if (event->modifiers() & Qt::ControlModifier)
        zoom(event->pos().x() - m_state.geometry.plotLeft(), notches);
    else if (event->modifiers() & Qt::ShiftModifier || event->orientation() == Qt::Horizontal)
        pan(notches);
    else if (m_state.geometry.lastFirstRow() > 0)
        scrollRows(notches);
    else
        event->ignore();
}

void ProgramChart::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_hoverTimer.timerId()) {
        QChart::timerEvent(event);
        return;
    }
    m_hoverTimer.stop();
    const QString text = toolTipAt(m_hoverPosition);
    if (!text.isEmpty() && m_hoverWidget)
        QToolTip::showText(m_hoverScreenPosition, toolTipLook(*m_state.palette) + text,
                           m_hoverWidget);
    else
        QToolTip::hideText();
}

void ProgramChart::dragTo(double x)
{
    const Ticks time = m_state.axis().toTime(x - m_state.geometry.plotLeft());
    const Ticks last = std::min(m_state.span.end, m_state.longestTotal);
    const Ticks first = std::min(m_state.span.begin, last);
    Q_EMIT playheadDragged(std::clamp(time, first, last));
}

void ProgramChart::zoom(double x, double notches)
{
    if (m_state.longestTotal == Ticks{0})
        return;
    const double inPlot = std::clamp(x, 0.0, m_state.geometry.plotWidth());
    const TimeSpan zoomed = m_state.axis().zoomedAround(inPlot, std::pow(zoomPerNotch, notches));
    Q_EMIT rangeRequested(clampedInto(zoomed, {Ticks{0}, m_state.longestTotal}));
}

void ProgramChart::pan(double notches)
{
    if (m_state.longestTotal == Ticks{0})
        return;
    const double length = static_cast<double>(m_state.span.length().count());
    const Ticks by{std::llround(-notches * panPerNotch * length)};
    const TimeSpan moved{m_state.span.begin + by, m_state.span.end + by};
    Q_EMIT rangeRequested(clampedInto(moved, {Ticks{0}, m_state.longestTotal}));
}

void ProgramChart::scrollRows(double notches)
{
    m_wheelRest -= notches;
    const double rows = std::trunc(m_wheelRest);
    m_wheelRest -= rows;
    setFirstRow(m_state.geometry.firstRow + static_cast<int>(rows));
}

void ProgramChart::setHovered(std::optional<SegmentHit> hit)
{
    if (hit == m_state.hovered)
        return;
    m_state.hovered = hit;
    m_gantt->update();
    if (!hit)
        QToolTip::hideText();
}

void ProgramChart::hideToolTip()
{
    m_hoverTimer.stop();
    QToolTip::hideText();
}

}  // namespace coroscope
