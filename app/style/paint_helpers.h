// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

#include "app/style/pattern_path.h"

namespace coroscope {

inline constexpr Bands blockingStripes{Bands::Slant::Down, 4.5, 9};

/// Antialiases, and restores the painter at the end of a scope.
class Painting {
public:
    explicit Painting(QPainter& painter) : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Painting)

private:
    QPainter& m_painter;
};

/// For a window of that shape where the desktop cannot blend windows.
[[nodiscard]] QRegion roundedRegion(const QRect& rect, int radius);

[[nodiscard]] QColor withAlpha(QColor colour, double alpha);
[[nodiscard]] QRectF squareAt(QPointF centre, double side);

/// The painter fills only, or strokes only with round ends.
void setFill(QPainter& painter, const QColor& colour);
void setStroke(QPainter& painter, const QColor& colour, double width);

/// A filled rounded rectangle with a 1 px edge inside it; where it is too narrow for both, only
/// the edge's colour is left.
void drawEdged(QPainter& painter, const QRectF& shape, double radius, const QColor& inside,
               const QColor& edge);

/// Draws `bands` in `colour`; nothing in shapes under 8 px.
void drawBands(QPainter& painter, const QRectF& shape, double radius, const Bands& bands,
               double originX, const QColor& colour);

}  // namespace coroscope
