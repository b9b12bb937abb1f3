// SPDX-License-Identifier: GPL-3.0-or-later
// What the wheel and the pointer without a button do to a program's chart.
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneWheelEvent>
#include <QTimerEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/charts/gantt_item.h"
#include "app/charts/overlay_item.h"
#include "app/charts/program_chart.h"
#include "app/charts/row_header_item.h"
#include "app/style/fonts.h"

namespace coroscope {
namespace {

constexpr int toolTipDelay = 300;  // ms
constexpr double zoomPerNotch = 1.25;
constexpr double panPerNotch = 0.1;  // of the visible span
constexpr double wheelNotch = 120;   // QWheelEvent's unit
constexpr double fanRoom = 20;       // above a row

// What the pointer is over can be clicked, or dragged.
void showCursor(ProgramChart& chart)
{
    if (chart.state().hoveredChevron >= 0)
        chart.setCursor(Qt::PointingHandCursor);
    else if (chart.state().grip)
        chart.setCursor(Qt::SizeHorCursor);
    else
        chart.unsetCursor();
}

// The first line stands out.
QString toolTipLook(const Palette& palette)
{
    return QStringLiteral(
               "<style>p { line-height: 18px } b { color: %1; font-weight: 600 } code { "
               "font-family: '%2' }</style>")
        .arg(palette.ink.name(), fontFor(TextRole::Code).families().value(0));
}

}  // namespace

void ProgramChart::hoverMoveEvent(QGraphicsSceneHoverEvent* event)
{
    m_hoverPosition = event->pos();
    m_hoverScreenPosition = event->screenPos();
    m_hoverWidget = event->widget();
    if (!m_state.fan || !m_state.fanArea(*m_state.fan).contains(event->pos()))
        setFan(fanAt(event->pos()));
    setHovered(hitAt(event->pos()));
    setGrip(gripAt(event->pos()));
    setHoveredChevron(chevronAt(event->pos()));
    m_hoverTimer.start(toolTipDelay, this);
}

void ProgramChart::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    hideToolTip();
    setHovered({});
    setHoveredChevron(-1);
    setFan({});
    if (m_press.gesture != Gesture::Stretch)
        setGrip({});
}

void ProgramChart::wheelEvent(QGraphicsSceneWheelEvent* event)
{
    const double notches = event->delta() / wheelNotch;
    if (event->modifiers() & Qt::ControlModifier)
        zoomAround(event->pos().x(), std::pow(zoomPerNotch, notches));
    else if (event->modifiers() & Qt::ShiftModifier || event->orientation() == Qt::Horizontal)
        pan(notches);
    else if (m_state.geometry.lastFirstRow() > 0)
        scrollRows(notches);
    else
        event->ignore();
}

void ProgramChart::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_settleTimer.timerId()) {
        m_settleTimer.stop();
        m_gantt->settle();
        return;
    }
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

void ProgramChart::zoomAround(double x, double factor)
{
    if (m_state.scaleEnd() == Ticks{0})
        return;
    const double inPlot =
        std::clamp(x - m_state.geometry.plotLeft(), 0.0, m_state.geometry.plotWidth());
    const TimeSpan zoomed = m_state.axis().zoomedAround(inPlot, factor);
    Q_EMIT rangeRequested(clampedInto(zoomed, {Ticks{0}, m_state.scaleEnd()}), RangeChange::Glide);
}

void ProgramChart::pan(double notches)
{
    if (m_state.scaleEnd() == Ticks{0})
        return;
    // By whole pixels, so that what stays in view need not be drawn again.
    const double width = m_state.geometry.plotWidth();
    const double perPixel = static_cast<double>(m_state.span.length().count()) / width;
    const Ticks by{std::llround(std::round(-notches * panPerNotch * width) * perPixel)};
    const TimeSpan moved{m_state.span.begin + by, m_state.span.end + by};
    Q_EMIT rangeRequested(clampedInto(moved, {Ticks{0}, m_state.scaleEnd()}), RangeChange::Glide);
}

void ProgramChart::scrollRows(double notches)
{
    m_wheelRest -= notches;
    const double rows = std::trunc(m_wheelRest);
    m_wheelRest -= rows;
    setFirstRow(m_state.geometry.firstRow + static_cast<int>(rows));
}

void ProgramChart::updateRow(int row)
{
    if (m_state.geometry.isVisible(row))
        m_overlay->update(m_state.geometry.row(row).adjusted(0, -fanRoom, 0, fanRoom / 2));
}

void ProgramChart::setHovered(std::optional<SegmentHit> hit)
{
    if (hit == m_state.hovered)
        return;
    for (const auto& changed : {std::exchange(m_state.hovered, hit), hit}) {
        if (changed)
            updateRow(m_state.rowInView(changed->track));
    }
    if (!hit)
        QToolTip::hideText();
}

int ProgramChart::chevronAt(QPointF position) const
{
    const int row = m_state.run ? m_state.geometry.rowAt(position.y()) : -1;
    return row >= 0 && m_header->chevronArea(row).contains(position) ? row : -1;
}

void ProgramChart::setHoveredChevron(int row)
{
    if (row == m_state.hoveredChevron)
        return;
    for (const int changed : {std::exchange(m_state.hoveredChevron, row), row}) {
        if (changed >= 0)
            m_header->updateMoving(m_state.geometry.row(changed) & m_header->area());
    }
    showCursor(*this);
}

void ProgramChart::setFan(std::optional<BeadFan> fan)
{
    if (fan == m_state.fan)
        return;
    for (const auto& changed : {std::exchange(m_state.fan, fan), fan}) {
        if (changed)
            updateRow(changed->row);
    }
}

void ProgramChart::setGrip(std::optional<SegmentHit> hit)
{
    if (hit == m_state.grip)
        return;
    for (const auto& changed : {std::exchange(m_state.grip, hit), hit}) {
        if (changed)
            updateRow(m_state.rowInView(changed->track));
    }
    showCursor(*this);
}

void ProgramChart::hideToolTip()
{
    m_hoverTimer.stop();
    QToolTip::hideText();
}

}  // namespace coroscope
