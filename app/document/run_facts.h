// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope {

/// What decides how long one program took, for sentences about it.
struct RunFacts {
    /// A row whose time went into waiting for the world outside: sleep, input and output, a job.
    struct Sleeper {
        TaskId task;
        Ticks waited{};
        int waits = 0;
    };

    Word how = Word::Ok;  ///< the End event's word; Interrupted when the trace has none
    Ticks blocked{};      ///< for how long the thread was held
    std::vector<Sleeper> sleepers;
    bool doWaitsOverlap = false;

    /// Null when nobody waits.
    [[nodiscard]] const Sleeper* longest() const;
};

/// Cost    O(segments · log segments)
[[nodiscard]] RunFacts factsOf(const Timeline& timeline);

}  // namespace coroscope
