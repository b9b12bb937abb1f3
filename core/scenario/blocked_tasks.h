// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/trace/trace.h"

namespace coroscope::scenario {

/// A task that nobody will wake any more: it takes part in a deadlock.
struct BlockedTask {
    TaskId task;
    Word why = Word::None;       ///< what it awaits: Word::Lock, Word::Task, ...
    ObjectId object;             ///< the lock, queue, ... ; none if it awaits something else
    std::vector<TaskId> awaits;  ///< the tasks that it awaits
    std::vector<TaskId> heldBy;  ///< who holds the object, if it is one that is held; oldest first
};

/// The tasks that are suspended when the trace ends, in order of creation. Cost: O(events)
[[nodiscard]] std::vector<BlockedTask> blockedTasks(const Trace& trace);

}  // namespace coroscope::scenario
