// SPDX-License-Identifier: MIT
#pragma once

#include "core/timeline/timeline.h"

namespace coroscope {

/// How a program did, as numbers.
struct Metrics {
    Ticks total{};           ///< the makespan: from the start to the last event
    Ticks busy{};            ///< how long the thread was held: running or blocking
    Ticks meanTurnaround{};  ///< creation to end, on average over all rows but main
    int finished = 0;        ///< rows that have ended, main not counted

    /// Share of the total in [0, 1]; 0 for a program that took no time.
    [[nodiscard]] double busyShare() const;
};

/// Rows that never ended count neither in the mean nor in `finished`. A timeline with main only
/// has main's own turnaround.
/// Cost  O(segments)
[[nodiscard]] Metrics metricsOf(const Timeline& timeline);

}  // namespace coroscope
