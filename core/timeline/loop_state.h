// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

/// What is known of a lock, semaphore, queue or event from what was done to it so far.
struct ObjectUse {
    std::optional<std::int64_t> level;  ///< see Use::level; none before its first use
    std::vector<TaskId> holders;        ///< who acquired and has not released, oldest first

    friend bool operator==(const ObjectUse&, const ObjectUse&) = default;
};

/// The least from which the loop's state follows: for each task that lives, the last event that
/// changed what it does, and for each object how it is used. Replayed event by event.
///
/// Cost  take() O(1), an acquire or release O(holders); memory O(living tasks + objects)
class LoopState {
public:
    /// As a checkpoint keeps it: small, and quick to copy.
    struct Snapshot {
        std::vector<std::pair<TaskId, std::uint32_t>> lastEvents;
        std::vector<ObjectUse> objects;
    };

    LoopState() = default;
    explicit LoopState(const Snapshot& snapshot);

    /// `index`: the event's place in the trace. Events are taken in their order.
    void take(const Trace& trace, const Event& event, std::uint32_t index);

    [[nodiscard]] Snapshot snapshot() const;
    /// How large a snapshot would be, in entries.
    [[nodiscard]] std::size_t size() const noexcept { return m_last.size() + m_objects.size(); }

    /// By task, in no order: the last Create, Ready, Resume, Suspend, Block or Unblock.
    [[nodiscard]] const std::unordered_map<std::uint32_t, std::uint32_t>& lastEvents() const
    {
        return m_last;
    }
    /// By ObjectId; objects that come later have no entry yet.
    [[nodiscard]] const std::vector<ObjectUse>& objects() const noexcept { return m_objects; }

private:
    void take(const Use& use, const Event& event);

    std::unordered_map<std::uint32_t, std::uint32_t> m_last;
    std::vector<ObjectUse> m_objects;
};

}  // namespace coroscope
