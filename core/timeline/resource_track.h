// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

/// What a shared object is. Traces tell by how it is used, not by name.
enum class ResourceKind : std::uint8_t { Lock, Semaphore, Condition, Event, Queue, Barrier };

/// The history of one lock, semaphore, event, queue, ...: who holds it, how full it is and who
/// waits for it.
struct ResourceTrack {
    /// From `event` on, up to the next change.
    struct Change {
        Ticks time{};
        std::uint32_t event = 0;
        std::int64_t level = 0;  ///< permits taken, a queue's length, 1 for what is set or locked
        std::uint32_t waiting = 0;      ///< tasks that are suspended on it
        std::uint32_t firstHolder = 0;  ///< into `holders`
        std::uint32_t holderCount = 0;
    };

    ObjectId object;
    ResourceKind kind = ResourceKind::Lock;
    std::int64_t most = 1;  ///< the highest level; a semaphore's permits as far as one can see
    std::vector<Change> changes;  ///< by event; before the first one it is free, empty, not set
    std::vector<TaskId> holders;  ///< of locks and semaphores; for each change, in order of taking

    /// The change that holds after the first `eventCount` events; null: none has come yet.
    [[nodiscard]] const Change* after(std::size_t eventCount) const;
};

/// A track for each object that is used or waited for, in order of creation.
///
/// Cost    O(events), and O(holders) for each change of a semaphore
[[nodiscard]] std::vector<ResourceTrack> resourcesOf(const Trace& trace);

}  // namespace coroscope
