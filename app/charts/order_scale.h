// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;

namespace coroscope {

struct ChartState;

/// The scale of the order axis: brackets under the rows that name each instant, and dotted lines
/// between them. Where instants are too narrow for that, some go without.
void drawInstantLines(QPainter& painter, const ChartState& state);
void drawInstantBrackets(QPainter& painter, const ChartState& state);

}  // namespace coroscope
