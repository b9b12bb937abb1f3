// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace coroscope {

struct ChartState;

/// The marked moments in view: a line and a triangle each, and between neighbours their difference
/// where it fits.
void drawMarks(QPainter& painter, const ChartState& state);

}  // namespace coroscope
