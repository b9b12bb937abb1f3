// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/pattern_path.h"

#include <QtMath>
#include <algorithm>
#include <array>
#include <cmath>

namespace coroscope {
namespace {

constexpr int piecesPerCorner = 4;

// Keeps the side of a convex polygon where sign * (distance(point) - limit) >= 0.
template <typename Distance>
QPolygonF keptHalf(const QPolygonF& polygon, double limit, double sign, Distance distance)
{
    QPolygonF kept;
    kept.reserve(polygon.size() + 2);
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon[i];
        const QPointF b = polygon[(i + 1) % polygon.size()];
        const double atA = sign * (distance(a) - limit);
        const double atB = sign * (distance(b) - limit);
        if (atA >= 0)
            kept << a;
        if ((atA > 0 && atB < 0) || (atA < 0 && atB > 0))
            kept << a + (b - a) * (atA / (atA - atB));
    }
    return kept;
}

void addPolygon(QPainterPath& path, const QPolygonF& polygon)
{
    if (polygon.size() < 3)
        return;
    path.addPolygon(polygon);
    path.closeSubpath();
}

}  // namespace

QPolygonF roundedPolygon(const QRectF& rect, double radius)
{
    const double r = std::min({radius, rect.width() / 2, rect.height() / 2});
    const QRectF inner = rect.adjusted(r, r, -r, -r);
    const std::array centres{inner.bottomRight(), inner.bottomLeft(), inner.topLeft(),
                             inner.topRight()};
    QPolygonF polygon;
    polygon.reserve(4 * (piecesPerCorner + 1));
    for (std::size_t corner = 0; corner < centres.size(); ++corner) {
        for (int piece = 0; piece <= piecesPerCorner; ++piece) {
            const double turn =
                static_cast<double>(corner) + static_cast<double>(piece) / piecesPerCorner;
            const double angle = turn * M_PI_2;
            polygon << centres[corner] + QPointF(std::cos(angle), std::sin(angle)) * r;
        }
    }
    return polygon;
}

QPainterPath bandsIn(const QRectF& rect, double radius, const Bands& bands, double originX)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (rect.isEmpty())
        return path;
    const QPolygonF whole = roundedPolygon(rect, radius);
    // Where a point's band meets the rectangle's top edge, from the origin.
    const double slope = bands.slant == Bands::Slant::Up ? 1 : -1;
    const auto along = [&](const QPointF& p) {
        return p.x() - originX + slope * (p.y() - rect.top());
    };
    const double stride = bands.period * M_SQRT2;
    const double width = bands.width * M_SQRT2;
    const double rise = slope * rect.height();
    const double low = rect.left() - originX + std::min(0.0, rise);
    const double high = rect.right() - originX + std::max(0.0, rise);
    for (double at = std::floor((low - width) / stride) * stride; at < high; at += stride) {
        const double left = originX + at - std::max(0.0, rise);
        const double right = originX + at + width - std::min(0.0, rise);
        if (left >= rect.left() + radius && right <= rect.right() - radius) {
            // Away from the corners: a plain parallelogram.
            const double x = originX + at;
            addPolygon(path, {{QPointF(x, rect.top()), QPointF(x + width, rect.top()),
                               QPointF(x + width - rise, rect.bottom()),
                               QPointF(x - rise, rect.bottom())}});
        } else {
            addPolygon(path, keptHalf(keptHalf(whole, at, 1, along), at + width, -1, along));
        }
    }
    return path;
}

QPainterPath dotsIn(const QRectF& rect, double diameter, double period, double originX)
{
    QPainterPath path;
    const double r = diameter / 2;
    const double first = std::ceil((rect.left() + r - originX) / period) * period + originX;
    for (double x = first; x <= rect.right() - r; x += period)
        path.addEllipse(QPointF(x, rect.center().y()), r, r);
    return path;
}

}  // namespace coroscope
