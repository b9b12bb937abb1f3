// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope {

/// Something that is wrong with a program, and where. A kind and values, of which a view makes a
/// sentence in its language; `text` is that sentence in English.
struct Finding {
    /// The gravest first. What the values mean is told by kind; those not named are empty.
    enum class Kind : std::uint8_t {
        /// Nothing could ever wake anybody. tasks: the circle in which each waits for the next, or
        /// if there is none, all that wait. isCircle.
        Deadlock,
        /// Main ended with one. name: its type; detail: its message.
        Exception,
        /// A coroutine was called but never awaited: name, its function. Or a task that nobody
        /// awaited was cut off when main ended: task.
        NeverAwaited,
        /// task raised an exception that nobody ever looked at. name, detail.
        ExceptionNotRetrieved,
        /// task blocked the loop `count` times at one place, for `cost`. affected: whom it held up.
        BlockingCall,
        /// task held the loop through `count` pauses or computations without ever giving way, for
        /// `cost`. affected: who could not run meanwhile.
        Starvation,
        /// task computed without a pause for `cost`, `count` times for as long. affected.
        LongStep,
        /// task awaited `tasks` one after the other, though none needed what another had found
        /// out. cost: how long they took together. gain: what awaiting them at once would save.
        /// Without tasks and cost where they are plain calls, for which a trace has no rows.
        SequentialAwaits,
        /// object, a lock, was what most waited for. count: how many at most; cost: how long all
        /// of them together; affected: each of them.
        LockConvoy,
        /// task set `count` tasks going without a limit.
        UnboundedFanOut,
        /// task was cancelled again while it cleaned up after being cancelled. by.
        CancelledInCleanUp,
    };

    /// A task that something else held up, and for how long.
    struct Affected {
        TaskId task;
        Ticks delay{};

        friend bool operator==(const Affected&, const Affected&) = default;
    };

    Kind kind = Kind::BlockingCall;
    std::uint32_t event = 0;  ///< where to look, in the trace
    SiteId site;              ///< the same in the program; none if the trace does not tell
    TaskId task;              ///< whose doing it is
    TaskId by;
    ObjectId object;
    std::vector<TaskId> tasks;
    std::vector<Affected> affected;  ///< the longest delay first
    Ticks cost{};                    ///< zero where it has no meaning
    std::optional<Ticks> gain;       ///< how much sooner the program would end, if that is known;
                                     ///< an estimate, unless the fix was simulated
    std::uint32_t count = 0;
    bool isCircle = false;
    std::string name;
    std::string detail;
    std::string text;  ///< a few plain English words
};
inline constexpr int findingKindCount = 11;

/// All findings of a program, the gravest kind first, within a kind the costliest.
/// Cost  O(events + segments) and what the findings list
[[nodiscard]] std::vector<Finding> findingsOf(const Timeline& timeline);

/// Finding::text of what the other values say: to be made anew when a gain has become known.
[[nodiscard]] std::string findingText(const Trace& trace, const Finding& finding);

}  // namespace coroscope
