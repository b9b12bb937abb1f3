// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/run_analysis.h"

class QPainter;

namespace coroscope {

struct ChartState;

/// A line under the segments that decide the total time, and behind the last wait or work of each
/// other row how much longer it could take for free.
void drawCriticalPath(QPainter& painter, const ChartState& state, RunAnalysis& analysis);

}  // namespace coroscope
