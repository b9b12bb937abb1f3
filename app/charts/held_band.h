// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace coroscope {

struct ChartState;

/// A band over all rows wherever the loop was held, and a flag that tells of the longest in view,
/// or of the one that is selected: for how long, and at which line. Only on the time axis of
/// recordings.
void drawHeldBands(QPainter& painter, const ChartState& state);

}  // namespace coroscope
