// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <stop_token>

#include "core/replay/recorded_program.h"

namespace coroscope::replay {

struct ReplayOptions {
    std::stop_token stop;
    std::size_t maxEvents = 20'000'000;
};

/// What a recorded program would have done.
struct Replay {
    std::shared_ptr<const Trace> trace;  ///< with the sites of the recording
    Word how = Word::Ok;                 ///< Ok, Raised, Deadlock or Interrupted
    Outcome outcome;                     ///< of main
};

/// Runs a recorded program in the runtime: each action takes as long as it took, and what the loop
/// then runs, and when, follows from the rules of asyncio. What came before main and after it takes
/// as long as it did.
///
/// Limits  What has happened is what happens: the same branches, the same timeouts. What came
///         from outside while the loop was held comes when the loop saw it. Who waits for
///         an object that is not reliable is woken by the same task at the same place of what that
///         does. A changed program may therefore end in a deadlock that the real one would not.
/// Cost    O(events)
[[nodiscard]] Replay replay(const RecordedProgram& program, const ReplayOptions& options = {});

}  // namespace coroscope::replay
