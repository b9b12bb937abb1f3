// SPDX-License-Identifier: GPL-3.0-or-later
// What pressing, dragging and clicking do to a program's chart.
#include <QGraphicsSceneMouseEvent>
#include <algorithm>
#include <cmath>

#include "app/charts/overlay_item.h"
#include "app/charts/pan_key.h"
#include "app/charts/program_chart.h"
#include "app/charts/row_header_item.h"
#include "app/document/segment_walk.h"

namespace coroscope {
namespace {

constexpr double leastMove = 4;      // px, below which it is a click
constexpr double plotReach = 6;      // beside the plot
constexpr double playheadReach = 4;  // beside its line

TimeSpan ordered(Ticks a, Ticks b)
{
    return {std::min(a, b), std::max(a, b)};
}

Ticks toWholeEvent(Ticks place)
{
    return AxisMap::unit * ((place + AxisMap::unit / 2) / AxisMap::unit);
}

}  // namespace

// Over the rows and under them.
bool ProgramChart::isInStrips(QPointF position) const
{
    return position.y() < m_state.geometry.rowsTop() ||
           position.y() >= m_state.geometry.rowsBottom();
}

ProgramChart::Gesture ProgramChart::gestureAt(QPointF position,
                                              Qt::KeyboardModifiers modifiers) const
{
    const QRectF plot = m_state.geometry.plot().adjusted(-plotReach, 0, plotReach, 0);
    if (!m_state.run || position.x() < plot.left() || position.x() > plot.right())
        return Gesture::None;
    if (fanHitAt(position))
        return Gesture::Range;
    if (isInStrips(position))
        return Gesture::Playhead;
    if (gripAt(position))
        return Gesture::Stretch;
    if (modifiers & Qt::ControlModifier)
        return Gesture::Zoom;
    const bool isAtPlayhead =
        m_state.showsPlayhead() && std::abs(position.x() - m_state.playheadX()) <= playheadReach;
    return isAtPlayhead ? Gesture::Playhead : Gesture::Range;
}

void ProgramChart::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    const bool isPan = event->button() == Qt::MiddleButton ||
                       (event->button() == Qt::LeftButton && PanKey::isHeld());
    const bool isOnHeader = m_header->area().contains(event->pos());
    m_press = {};
    if (isPan && m_state.run)
        m_press.gesture = Gesture::Pan;
    else if (event->button() == Qt::LeftButton)
        m_press.gesture = gestureAt(event->pos(), event->modifiers());
    if (m_press.gesture == Gesture::None && !(isOnHeader && event->button() == Qt::LeftButton)) {
        event->ignore();
        return;
    }
    hideToolTip();
    m_press.position = event->pos();
    m_press.span = m_state.span;
    m_press.firstRow = m_state.geometry.firstRow;
    if (m_press.gesture == Gesture::Playhead && isInStrips(event->pos()))
        dragPlayhead(event->pos().x());
}

void ProgramChart::mouseMoveEvent(QGraphicsSceneMouseEvent* event)
{
    const QPointF way = event->pos() - m_press.position;
    if (!m_press.hasMoved) {
        if (std::hypot(way.x(), way.y()) < leastMove)
            return;
        m_press.hasMoved = true;
        begin(m_press.gesture);
    }
    move(event->pos());
}

void ProgramChart::begin(Gesture gesture)
{
    if (gesture == Gesture::Pan) {
        PanKey::use();
    } else if (gesture == Gesture::Stretch) {
        setGrip(gripAt(m_press.position));
        const Segment segment = m_state.segment(*m_state.grip);
        m_press.end = segment.span.end;
        Q_EMIT stretchBegan(*m_state.run->parameterOf(segment));
    }
}

void ProgramChart::move(QPointF position)
{
    switch (m_press.gesture) {
    case Gesture::None: break;
    case Gesture::Playhead: dragPlayhead(position.x()); break;
    case Gesture::Range:
    case Gesture::Zoom: dragRange(position.x()); break;
    case Gesture::Pan: dragView(position); break;
    case Gesture::Stretch: Q_EMIT stretched(m_state.placeAt(position.x()) - m_press.end); break;
    }
}

void ProgramChart::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
    if (!m_press.hasMoved)
        click(event->pos(), event->modifiers());
    else
        endGesture();
    m_press = {};
}

void ProgramChart::click(QPointF position, Qt::KeyboardModifiers modifiers)
{
    if (m_header->area().contains(position)) {
        const int row = m_state.geometry.rowAt(position.y());
        if (row == m_state.foldRow())
            Q_EMIT foldClicked();
        else if (m_header->chevronArea(row).contains(position))
            clickChevron(row, modifiers);
        else if (m_state.rows->tree() != nullptr && m_state.isTask(row))
            clickName(row);
        return;
    }
    const bool isInStrip = isInStrips(position) && !fanHitAt(position);
    if (isInStrip || m_press.gesture == Gesture::Pan)
        return;
    if (const auto hit = hitAt(position))
        Q_EMIT segmentClicked({m_state.run->name, hit->track, hit->segment});
    else
        Q_EMIT emptyClicked();
}

void ProgramChart::clickChevron(int row, Qt::KeyboardModifiers modifiers)
{
    const bool isExpanded = m_state.rows->branch(row) == RowLayout::Branch::Expanded;
    if (modifiers & Qt::AltModifier)
        Q_EMIT subtreeClicked(m_state.run, m_state.trackAt(row), isExpanded);
    else
        Q_EMIT branchClicked(m_state.run, m_state.trackAt(row), isExpanded);
}

// Selects what the task does at the playhead, or in the middle of what is in view.
void ProgramChart::clickName(int row)
{
    const Ticks place = m_state.showsPlayhead() ? m_state.playheadPlace()
                                                : m_state.span.begin + m_state.span.length() / 2;
    const auto segment = drawnAt(*m_state.run, m_state.map(), m_state.trackAt(row), place);
    if (segment)
        Q_EMIT segmentClicked(*segment);
}

void ProgramChart::mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event)
{
    const Gesture gesture = gestureAt(event->pos(), event->modifiers());
    if (event->button() == Qt::LeftButton && gesture != Gesture::None)
        dragPlayhead(event->pos().x());
    else
        event->ignore();
}

void ProgramChart::dragPlayhead(double x)
{
    const Ticks last = std::min(m_state.span.end, m_state.scaleEnd());
    const Ticks first = std::min(m_state.span.begin, last);
    const Ticks place = std::clamp(m_state.placeAt(x), first, last);
    Q_EMIT playheadDragged(m_state.map().positionAt(place));
}

TimeSpan ProgramChart::draggedSpan(double x) const
{
    const auto placeAt = [this](double position) {
        const Ticks place =
            std::clamp(m_state.placeAt(position), m_state.span.begin, m_state.span.end);
        return m_state.isOrder() ? toWholeEvent(place) : place;
    };
    return ordered(placeAt(m_press.position.x()), placeAt(x));
}

void ProgramChart::dragRange(double x)
{
    const TimeSpan span = draggedSpan(x);
    if (m_press.gesture == Gesture::Range) {
        Q_EMIT rangeSelected({span, m_state.isOrder() ? m_state.run->name : QString()});
        return;
    }
    m_state.selectedRange = span;
    m_overlay->update();
}

void ProgramChart::dragView(QPointF position)
{
    const QPointF way = position - m_press.position;
    const double perPixel =
        static_cast<double>(m_press.span.length().count()) / m_state.geometry.plotWidth();
    const Ticks by{std::llround(-way.x() * perPixel)};
    const TimeSpan moved{m_press.span.begin + by, m_press.span.end + by};
    if (m_state.scaleEnd() > Ticks{0})
        Q_EMIT rangeRequested(clampedInto(moved, {Ticks{0}, m_state.scaleEnd()}),
                              RangeChange::Glide);
    const auto rows = static_cast<int>(std::round(-way.y() / m_state.geometry.rowHeight()));
    if (m_press.firstRow + rows != m_state.geometry.firstRow)
        setFirstRow(m_press.firstRow + rows);
}

void ProgramChart::endGesture()
{
    const Gesture gesture = m_press.gesture;
    if (gesture == Gesture::Stretch) {
        m_press.gesture = Gesture::None;
        Q_EMIT stretchEnded();
    } else if (gesture == Gesture::Zoom && m_state.selectedRange) {
        const TimeSpan span = *std::exchange(m_state.selectedRange, std::nullopt);
        m_overlay->update();
        if (span.length() > Ticks{0})
            Q_EMIT rangeRequested(clampedInto(span, {Ticks{0}, m_state.scaleEnd()}),
                                  RangeChange::Jump);
    }
}

}  // namespace coroscope
