// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/trace/trace.h"

namespace coroscope::replay {

/// A moment of one task that another one waits for: what it then does wakes that one.
using SignalId = Id<struct SignalTag>;

/// One thing that a task did, as far as its recording tells. What a value means is told by kind;
/// those not named are empty.
struct Action {
    enum class Kind : std::uint8_t {
        Compute,  ///< length: it held the loop, among others with the loop's own work before it
        Block,    ///< length, word, site: a call that blocks
        Offload,  ///< the same on a thread, and waits for it
        Create,   ///< task
        Await,    ///< tasks: waits until all of them are done; word, site
        Sleep,    ///< length: waits for what happens outside of the program; word, site, object
        Yield,    ///< site
        Acquire,  ///< object; site: waits if it must
        Release,  ///< object
        WaitFor,  ///< signal; word, site, object
        Set,      ///< signal
        Print,    ///< detail: the trace's text; word
        Never,    ///< waits for what did not happen any more; word, site
    };

    Kind kind = Kind::Yield;
    Word word = Word::None;
    std::uint32_t event = 0;  ///< of the trace, from which this follows
    Ticks length{};
    SiteId site;
    ObjectId object;
    SignalId signal;
    std::uint32_t detail = Event::none;
    std::vector<TaskId> tasks;  ///< one for Create

    /// Whether the task gives up control.
    [[nodiscard]] bool isWait() const noexcept;
};

/// What one row of a recording did. Of a job it is known only when it printed and ended: Sleep and
/// Print.
struct RecordedTask {
    TaskInfo info;
    std::vector<Action> actions;          ///< in order
    std::optional<Ticks> arrival;         ///< when it was created, if by nobody in the program
    Word how = Word::Returned;            ///< Returned, Raised or Cancelled
    std::uint32_t outcome = Event::none;  ///< the trace's
};

/// A lock, semaphore or queue, whose permits (a queue's items) are taken and given.
struct RecordedObject {
    Word kind = Word::Lock;
    std::int64_t permits = 0;  ///< in the beginning
    bool isReliable = false;   ///< what was recorded fits together as one object
};

/// A recording as a program that can be run again: each task's own doing, with lengths, apart from
/// when it happened.
struct RecordedProgram {
    std::shared_ptr<const Trace> trace;
    std::vector<RecordedTask> tasks;      ///< by TaskId
    std::vector<RecordedObject> objects;  ///< by ObjectId
    std::uint32_t signals = 0;
    /// Of a pool, as in concurrent/futures/thread.py.
    static constexpr int mostThreads = 32;
    int threads = 1;  ///< that ran jobs at once; if no job ever waited for one, as many as can be
    TaskId main;
    Ticks begin{};  ///< when main was created
    Ticks tail{};   ///< from main's end to the recording's
};

/// Errors: there is nothing to run again (no event loop, main's end was not recorded), or what
/// cannot be run again (more than one loop). Cost  O(events)
[[nodiscard]] Result<RecordedProgram> recordedProgram(std::shared_ptr<const Trace> trace);

}  // namespace coroscope::replay
