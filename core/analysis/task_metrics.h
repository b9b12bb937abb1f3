// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope {

/// How one row of the chart spent its time.
struct TaskMetrics {
    TaskId task;
    Ticks waiting{};  ///< for its turn: a call before it begins
    Ticks latency{};  ///< ready, yet the loop was busy elsewhere
    Ticks running{};
    Ticks blocking{};
    Ticks suspended{};                ///< also in a call that has a row of its own
    std::optional<Ticks> turnaround;  ///< creation to end; none if it never ended

    friend bool operator==(const TaskMetrics&, const TaskMetrics&) = default;
};

/// Of each row, in order of creation. Cost: O(segments)
[[nodiscard]] std::vector<TaskMetrics> taskMetricsOf(const Timeline& timeline);

}  // namespace coroscope
