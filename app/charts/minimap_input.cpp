// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer, the wheel and keys do to a minimap.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/charts/minimap.h"
#include "app/charts/time_axis.h"

namespace coroscope {
namespace {

constexpr double edgeReach = 5;     // px to either side
constexpr double leastDragged = 2;  // px between the edges
constexpr double zoomPerNotch = 1.25;
constexpr double wheelNotch = 120;  // QWheelEvent's unit
constexpr double panPerKey = 0.1;   // of the window
constexpr double zoomPerKey = 1.5;

TimeSpan moved(TimeSpan span, Ticks by)
{
    return {span.begin + by, span.end + by};
}

}  // namespace

// A narrow window is moved by its inside, and zoomed by what lies beside it.
Minimap::Grip Minimap::gripAt(QPointF position) const
{
    const QRectF map = mapRect();
    const QRectF window = windowRect();
    const double x = position.x();
    const double inside = std::min(edgeReach, window.width() / 4);
    if (position.y() < 0 || position.y() > height() || x < map.left() - edgeReach ||
        x > map.right() + edgeReach)
        return Grip::None;
    if (x >= window.left() - edgeReach && x <= window.left() + inside)
        return Grip::Begin;
    if (x >= window.right() - inside && x <= window.right() + edgeReach)
        return Grip::End;
    return window.left() < x && x < window.right() ? Grip::Window : Grip::Elsewhere;
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    const Grip grip = gripAt(event->position());
    if (event->button() != Qt::LeftButton || grip == Grip::None) {
        event->ignore();
        return;
    }
    const Ticks time = timeAt(event->position().x());
    if (grip == Grip::Elsewhere)
        moveTo(time);
    m_drag = {grip, time, shown()};
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag.grip == Grip::None) {
        const Grip grip = gripAt(event->position());
        const bool isEdge = grip == Grip::Begin || grip == Grip::End;
        setCursor(isEdge                 ? Qt::SizeHorCursor
                  : grip == Grip::Window ? Qt::OpenHandCursor
                                         : Qt::ArrowCursor);
        return;
    }
    const Ticks time = timeAt(event->position().x());
    const Ticks way = time - m_drag.from;
    const Ticks least = timeAt(mapRect().left() + leastDragged);
    TimeSpan span = m_drag.span;
    if (m_drag.grip == Grip::Begin)
        span.begin = std::clamp(span.begin + way, Ticks{0}, std::max(Ticks{0}, span.end - least));
    else if (m_drag.grip == Grip::End)
        span.end = std::clamp(span.end + way, std::min(span.begin + least, total()), total());
    else
        span = moved(span, way);
    setShown(span, RangeChange::Glide);
}

void Minimap::mouseReleaseEvent(QMouseEvent*)
{
    m_drag = {};
}

void Minimap::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        setShown({Ticks{0}, total()}, RangeChange::Jump);
}

void Minimap::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    if (angle.y() != 0)
        zoomAround(timeAt(event->position().x()), std::pow(zoomPerNotch, angle.y() / wheelNotch));
    else
        pan(-panPerKey * angle.x() / wheelNotch);
}

// The window's keys for steps and ends give way to the focus.
bool Minimap::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && isMove(key->key())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool Minimap::isMove(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up ||
           key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End;
}

void Minimap::keyPressEvent(QKeyEvent* event)
{
    const TimeSpan now = shown();
    const Ticks middle = now.begin + now.length() / 2;
    switch (event->modifiers() == Qt::NoModifier ? event->key() : 0) {
    case Qt::Key_Left: pan(-panPerKey); break;
    case Qt::Key_Right: pan(panPerKey); break;
    case Qt::Key_Up: zoomAround(middle, zoomPerKey); break;
    case Qt::Key_Down: zoomAround(middle, 1 / zoomPerKey); break;
    case Qt::Key_Home: setShown(moved(now, -now.begin), RangeChange::Glide); break;
    case Qt::Key_End: setShown(moved(now, total() - now.end), RangeChange::Glide); break;
    default: QWidget::keyPressEvent(event); break;
    }
}

// Its middle.
void Minimap::moveTo(Ticks time)
{
    const TimeSpan now = shown();
    setShown(moved(now, time - now.begin - now.length() / 2), RangeChange::Glide);
}

void Minimap::zoomAround(Ticks time, double factor)
{
    const TimeSpan now = shown();
    const Ticks anchor = std::clamp(time, now.begin, now.end);
    const TimeAxis axis(now, 1);
    setShown(axis.zoomedAround(axis.toX(anchor), factor), RangeChange::Glide);
}

// By a share of the window.
void Minimap::pan(double share)
{
    const TimeSpan now = shown();
    const double by = share * static_cast<double>(now.length().count());
    setShown(moved(now, Ticks{std::llround(by)}), RangeChange::Glide);
}

}  // namespace coroscope
