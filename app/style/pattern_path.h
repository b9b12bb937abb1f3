// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

namespace coroscope {

/// Slanted bands at 45°, endless in the world.
struct Bands {
    enum class Slant { Up, Down };  ///< "/" or "\"

    Slant slant = Slant::Up;
    double width = 1;   ///< across the band
    double period = 2;  ///< across the bands, from one to the next
};

/// A rounded rectangle as a convex polygon, each corner in a few straight pieces.
[[nodiscard]] QPolygonF roundedPolygon(const QRectF& rect, double radius);

/// The parts of `bands` that lie in a rounded rectangle, cut exactly, so that nothing has to be
/// clipped when it is painted. A band runs through (originX, the rectangle's top).
[[nodiscard]] QPainterPath bandsIn(const QRectF& rect, double radius, const Bands& bands,
                                   double originX);

/// Round dots on a horizontal line through `rect`'s centre, whole ones only.
[[nodiscard]] QPainterPath dotsIn(const QRectF& rect, double diameter, double period,
                                  double originX);

}  // namespace coroscope
