// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/document/program_run.h"

class QPainter;

namespace coroscope {

struct ChartState;

/// A task that made another one ready.
struct WakeUp {
    int fromRow = 0;
    int toRow = 0;
    std::uint32_t event = 0;

    friend bool operator==(const WakeUp&, const WakeUp&) = default;
};

/// Those in view: of the selected row, by it and of it; or all, when they are few. Timers wake by
/// themselves and being created is no waking, so neither has an arrow here; on the order axis
/// there are the arrows of control already, so all are none.
///
/// Cost    O(events in view), none for more than 20 000
[[nodiscard]] std::vector<WakeUp> wakeUpsOf(const ChartState& state);

void drawWakeUps(QPainter& painter, const ChartState& state, const std::vector<WakeUp>& wakeUps);

}  // namespace coroscope
