// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

/// A task that a file has named, whether or not it was created yet.
using TaskSlot = Id<struct TaskSlotTag>;

/// An event as a file tells it, before it is known to be sound.
struct EventDraft {
    static constexpr int rankBits = 3;

    std::uint64_t stamp = 0;  ///< the time, and in the lowest bits a rank among one instant's
    std::uint32_t line = 0;   ///< of the file, from 1
    TaskSlot task;
    /// As in a Trace; but the waker's slot for Ready, and an index from TraceAssembler::keep() for
    /// Create, Cancel and a Suspend without `hasWait`.
    std::uint32_t detail = Event::none;
    EventKind kind = EventKind::Mark;
    Word word = Word::None;  ///< None for Ready: what follows from what the task awaited
    bool hasWait = false;    ///< `detail` is one of the trace's waits

    [[nodiscard]] Ticks time() const { return Ticks(stamp >> rankBits); }
    /// Precondition: 0 <= time <= Trace::maxTime.
    void setTime(Ticks time) { stamp = static_cast<std::uint64_t>(time.count()) << rankBits; }
};
static_assert(sizeof(EventDraft) == 24);

/// What belongs to a draft and cannot be put into the trace before its tasks are there.
struct DraftDetail {
    std::string name;  ///< of a new task
    std::string text;  ///< a new task's label, a request's message
    TaskSlot other;    ///< a new task's parent, who requests
    TaskInfo::Kind taskKind = TaskInfo::Kind::Task;
    Wait wait;      ///< of a suspension; its site is the new task's, too
    StackId stack;  ///< of a suspension
    std::vector<TaskSlot> awaited;
};

}  // namespace coroscope
