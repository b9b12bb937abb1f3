// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/paint_helpers.h"

#include <algorithm>
#include <cmath>

namespace coroscope {
namespace {

constexpr double patternFrom = 8;  // narrower bars have no stripes

}  // namespace

QRegion roundedRegion(const QRect& rect, int radius)
{
    QRegion region(rect.adjusted(0, radius, 0, -radius));
    for (int row = 0; row < radius; ++row) {
        const double fromCentre = radius - row - 0.5;
        const double halfChord = std::sqrt(radius * radius - fromCentre * fromCentre);
        const int inset = radius - static_cast<int>(std::lround(halfChord));
        const QRect line(rect.left() + inset, rect.top() + row, rect.width() - 2 * inset, 1);
        region += line;
        region += line.translated(0, rect.height() - 1 - 2 * row);
    }
    return region;
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

QRectF squareAt(QPointF centre, double side)
{
    return {centre.x() - side / 2, centre.y() - side / 2, side, side};
}

void setFill(QPainter& painter, const QColor& colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
}

void setStroke(QPainter& painter, const QColor& colour, double width)
{
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
}

void drawEdged(QPainter& painter, const QRectF& shape, double radius, const QColor& inside,
               const QColor& edge)
{
    setFill(painter, edge);
    if (shape.width() <= 3) {
        painter.drawRoundedRect(shape, radius, radius);
        return;
    }
    painter.setPen(QPen(edge, 1));
    painter.setBrush(inside);
    const double r = std::max(0.0, radius - 0.5);
    painter.drawRoundedRect(shape.adjusted(0.5, 0.5, -0.5, -0.5), r, r);
}

void drawBands(QPainter& painter, const QRectF& shape, double radius, const Bands& bands,
               double originX, const QColor& colour)
{
    if (shape.width() < patternFrom)
        return;
    setFill(painter, colour);
    painter.drawPath(bandsIn(shape, radius, bands, originX));
}

}  // namespace coroscope
