// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/arrow.h"

#include <QPainter>
#include <QPainterPath>

namespace coroscope {
namespace {

constexpr double headSize = 3.5;

}  // namespace

void drawCurvedArrow(QPainter& painter, QPointF from, QPointF to, const QColor& colour,
                     double width, bool isDashed)
{
    const double down = to.y() > from.y() ? 1 : -1;
    const double middle = (from.y() + to.y()) / 2;
    QPainterPath path(from);
    path.cubicTo({from.x(), middle}, {to.x(), middle}, to);
    QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const QPen headPen = pen;
    if (isDashed)
        pen.setDashPattern({2.5, 2.5});
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    painter.drawPath(path);
    painter.setPen(headPen);
    painter.drawPolyline(QPolygonF{{to.x() - headSize, to.y() - down * headSize},
                                   to,
                                   {to.x() + headSize, to.y() - down * headSize}});
}

}  // namespace coroscope
