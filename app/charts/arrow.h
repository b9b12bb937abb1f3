// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointF>

class QPainter;

namespace coroscope {

/// An arrow between two rows: leaves and arrives upright, and swings across in between. The painter
/// antialiases already.
void drawCurvedArrow(QPainter& painter, QPointF from, QPointF to, const QColor& colour,
                     double width, bool isDashed = false);

}  // namespace coroscope
