// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

/// A task that waits when the trace ends.
struct WaitingTask {
    TaskId task;
    std::uint32_t suspendEvent = 0;  ///< its last Suspend: why it waits, and for what
};

/// All tasks that are suspended at the end of the trace, in order of creation: who takes part in a
/// deadlock. Cost: O(events)
[[nodiscard]] std::vector<WaitingTask> waitingAtEnd(const Trace& trace);

/// One line of plain English: "Task-2 (worker('a')) waits for lock db".
[[nodiscard]] std::string waitText(const Trace& trace, const WaitingTask& waiting);

}  // namespace coroscope
