// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QString>

class QPainter;

namespace coroscope {

/// Draws text with every digit in a cell as wide as "0", so that a number that counts does not
/// move: Qt cannot ask a font for its tabular digits before 6.7. In the painter's font and pen,
/// from the left end of the baseline.
void drawTime(QPainter& painter, QPointF baseline, const QString& text);

[[nodiscard]] double timeWidth(const QFont& font, const QString& text);

}  // namespace coroscope
