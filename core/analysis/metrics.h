// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope {

/// How long a row was in each state. They add up to its turnaround, if it has ended.
struct TaskMetrics {
    TaskId task;
    Ticks waiting{};  ///< a call that the program had not come to
    Ticks ready{};    ///< runnable, yet the loop was busy elsewhere
    Ticks running{};
    Ticks blocking{};
    Ticks suspended{};
    Ticks inCall{};       ///< in calls with rows of their own
    Ticks turnaround{};   ///< creation to end; of one that never ended, to the end of the trace
    Ticks meanLatency{};  ///< of one resume: from ready to control
    Ticks worstLatency{};
    std::uint32_t resumes = 0;
    bool isDone = false;
};

/// How a program did, as numbers.
struct Metrics {
    Ticks total{};           ///< the makespan: from the start to the last event
    Ticks busy{};            ///< how long the loop's thread computed; time.sleep only holds it
    Ticks meanTurnaround{};  ///< creation to end, on average over all rows but main
    int finished = 0;        ///< rows that have ended, main not counted

    /// Share of the total in [0, 1]; 0 for a program that took no time.
    [[nodiscard]] double busyShare() const;
};

/// Rows that never ended count neither in the mean nor in `finished`. A timeline with main only
/// has main's own turnaround.
/// Cost  O(segments)
[[nodiscard]] Metrics metricsOf(const Timeline& timeline);

/// One for each row, in order of creation. Cost  O(segments)
[[nodiscard]] std::vector<TaskMetrics> taskMetricsOf(const Timeline& timeline);

}  // namespace coroscope
