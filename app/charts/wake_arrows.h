// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/analysis/because.h"

class QPainter;

namespace coroscope {

struct ChartState;

/// The wake-ups in view that have arrows: those by and of the selected row's task; with nothing
/// selected all, when they are few. Timers have no row to come from, and being created is no waking
/// unless its row is selected. On the order axis, where arrows of control are, nothing but the
/// selected row has some.
///
/// Cost    O(events in view), none for more than 20 000
[[nodiscard]] std::vector<WakeUp> wakeUpsIn(const ChartState& state);

void drawWakeUps(QPainter& painter, const ChartState& state, const std::vector<WakeUp>& shown);

}  // namespace coroscope
