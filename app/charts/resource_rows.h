// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QPainter;

namespace coroscope {

struct ChartState;

/// The rows of locks, semaphores, events and queues under the tasks: how full each is as an area of
/// its row's height, who holds it or how many are in it as a label, and dots above while tasks
/// wait.
void drawResourceRows(QPainter& painter, const ChartState& state);

/// What the resource of `row` is like at the place `x`: rich text for a tooltip. Empty before it
/// was first used. Precondition: state.resource(row).
[[nodiscard]] QString resourceToolTip(const ChartState& state, int row, double x);

/// "a lock", "a queue": for those who cannot see the chart.
[[nodiscard]] QString resourceKindName(const ChartState& state, int row);

}  // namespace coroscope
