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
#include "app/style/fonts.h"

namespace coroscope {
namespace {

constexpr int toolTipDelay = 300;  // ms
constexpr double zoomPerNotch = 1.25;
constexpr double panPerNotch = 0.1;  // of the visible span
constexpr double wheelNotch = 120;   // QWheelEvent's unit
constexpr double gripReach = 4;
constexpr double leastGripBar = 8;        // px; narrower bars have no end of their own
constexpr double fanRoom = 20;            // above a row
constexpr std::size_t mostInFan = 12;     // steps of one instant
constexpr std::size_t mostLookedAt = 64;  // segments around the pointer

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
    m_hoverTimer.start(toolTipDelay, this);
}

void ProgramChart::hoverLeaveEvent(QGraphicsSceneHoverEvent*)
{
    hideToolTip();
    setHovered({});
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
            updateRow(changed->row);
    }
    if (!hit)
        QToolTip::hideText();
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
            updateRow(changed->row);
    }
    if (hit)
        setCursor(Qt::SizeHorCursor);
    else
        unsetCursor();
}

std::optional<SegmentHit> ProgramChart::gripAt(QPointF position) const
{
    const int row = m_state.geometry.rowAt(position.y());
    if (!m_state.isTask(row) || m_state.isOrder() || m_state.run->parameterUses.empty())
        return {};
    const QRectF bar = m_state.barRect(row, 0, 0);
    if (position.y() < bar.top() || position.y() > bar.bottom())
        return {};
    const Track& track = m_state.track(row);
    const std::size_t first =
        m_state.map().firstTouching(track.segments, m_state.placeAt(position.x() - gripReach));
    const std::size_t last = std::min(track.segments.size(), first + mostLookedAt);
    for (std::size_t i = first; i < last; ++i) {
        const Segment segment = m_state.run->timeline->segment(track, i);
        const double x0 = m_state.xOf(segment.span.begin);
        const double x1 = m_state.xOf(segment.span.end);
        if (x0 > position.x() + gripReach)
            break;
        if (std::abs(x1 - position.x()) <= gripReach && x1 - x0 >= leastGripBar &&
            m_state.run->parameterOf(segment))
            return SegmentHit{row, i};
    }
    return {};
}

std::optional<BeadFan> ProgramChart::fanAt(QPointF position) const
{
    const int row = m_state.geometry.rowAt(position.y());
    if (!m_state.isTask(row) || m_state.isOrder())
        return {};
    const auto hit = segmentAt(*m_state.run->timeline, m_state.track(row), m_state.map(),
                               m_state.axis(), position.x() - m_state.geometry.plotLeft());
    if (!hit)
        return {};
    const Track& track = m_state.track(row);
    const Segment step = m_state.run->timeline->segment(track, *hit);
    if (step.span.length() > Ticks{0})
        return {};
    BeadFan fan{row, m_state.xOf(step.span.begin), {}};
    const SegmentColumn& segments = track.segments;
    for (std::size_t i = m_state.map().firstTouching(segments, step.span.begin);
         i < segments.size() && segments.timeAt(i) <= step.span.begin &&
         fan.segments.size() < mostInFan;
         ++i) {
        const Segment segment = m_state.run->timeline->segment(track, i);
        if (segment.span == step.span && segment.state == SegmentState::Running)
            fan.segments.push_back(i);
    }
    if (fan.segments.size() < 2)
        return {};
    return fan;
}

std::optional<SegmentHit> ProgramChart::fanHitAt(QPointF position) const
{
    if (!m_state.fan)
        return {};
    for (std::size_t i = 0; i < m_state.fan->segments.size(); ++i) {
        const QPointF way = m_state.fanBead(*m_state.fan, i) - position;
        if (QPointF::dotProduct(way, way) <= BeadFan::reach * BeadFan::reach)
            return SegmentHit{m_state.fan->row, m_state.fan->segments[i]};
    }
    return {};
}

void ProgramChart::hideToolTip()
{
    m_hoverTimer.stop();
    QToolTip::hideText();
}

}  // namespace coroscope
