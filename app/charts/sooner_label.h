// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace coroscope {

struct ChartState;

/// "<- 7.00 s sooner ->" in the first row of a program that ends before the longest one, from its
/// end to the longest one's: the empty room is the message. Shorter, or nothing, where it is
/// narrow.
void drawSooner(QPainter& painter, const ChartState& state);

}  // namespace coroscope
