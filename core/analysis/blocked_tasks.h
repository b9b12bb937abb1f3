// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

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

/// One line of plain English: "Task-2 (worker('a')) waits for lock db, held by Task-3 (…)".
[[nodiscard]] std::string waitText(const Trace& trace, const BlockedTask& task);

}  // namespace coroscope
