// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/runtime/coroutine.h"
#include "core/runtime/event_loop.h"

namespace coroscope {

/// When wait() returns.
enum class ReturnWhen {
    FirstCompleted,
    FirstException,  ///< or when all are done, if none raises
    AllCompleted,
};

/// What wait() returns: each future once, in the order of its arguments.
struct WaitResult {
    WaitResult() = default;

    std::vector<Ref<FutureBase>> done;
    std::vector<Ref<FutureBase>> pending;
};

/// asyncio.wait: waits until futures are done, or time is up. Cancels none of them and raises none
/// of their errors.
///
/// Resume  the future's end, then one callback, then the waiter: two passes, also for futures that
///         are done already.
/// Trace   Suspend with Word::Wait and the tasks that are awaited.
/// Errors  std::invalid_argument (Python's ValueError) for no futures; CancelledError.
/// Source  asyncio/tasks.py, wait()
[[nodiscard]] Coroutine<WaitResult> wait(std::vector<Ref<FutureBase>> futures,
                                         ReturnWhen until = ReturnWhen::AllCompleted,
                                         std::optional<Ticks> timeout = {});

/// What is left of a wait() that fails before it waits, since what follows `futures` in its list is
/// none: callbacks and a timer, for which nobody waits but which take passes and time.
///
/// `others`: how many things follow.
void leaveWait(const std::vector<Ref<FutureBase>>& futures, std::size_t others, ReturnWhen until,
               std::optional<Ticks> timeout);

}  // namespace coroscope
