// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace coroscope {

struct ChartState;

/// What lies under a chart's bars: the rows' stripes, the selected row, the lines of the axis, and
/// at the right which of the rows are shown, when there are more.
void drawGround(QPainter& painter, const ChartState& state);

}  // namespace coroscope
