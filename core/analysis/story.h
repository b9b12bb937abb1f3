// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/timeline/moment.h"

namespace coroscope {

/// What an event means, as a kind and values: of these a view makes a sentence in its language.
/// "B suspends at `await asyncio.sleep(3)`; the loop takes C, next in the ready queue".
struct StorySentence {
    enum class Kind : std::uint8_t {
        Created,       ///< task, by; text: its label; position in the ready queue
        WillBeCalled,  ///< a call's row is there from the start: task, by
        Called,        ///< by enters the call: task
        Woken,         ///< task is put into the ready queue: why, by (none: timer or loop),
                       ///< position
        Resumed,       ///< task gets control: why it was ready, by; length: how long it was ready
        Slept,         ///< task suspends for `length`
        Yielded,       ///< task lets others run and is at the end of the ready queue: position
        Suspended,     ///< task awaits: why, tasks or object; until and length if it has a limit
        Blocked,       ///< task holds the thread: why
        Unblocked,     ///< task goes on after `length`
        Used,          ///< task did `why` (Acquire, Put, ...) to object: level
        CancelAsked,   ///< task is asked to stop: by; text: the message
        Printed,       ///< task, text; why: Stdout or Stderr
        Returned,      ///< task; text: the value
        Raised,        ///< task; name: the exception's type, text: its message
        Cancelled,     ///< task
        TurnBegan,     ///< a pass of the loop: level callbacks are ready; timers
        Marked,        ///< text
        Ended,         ///< the program: why (Ok, Raised, Deadlock, Interrupted), name, text
    };

    /// What the loop does when a task has given control back.
    enum class Next : std::uint8_t {
        None,    ///< nobody gave control back
        Takes,   ///< nextTask, at once
        Waits,   ///< nobody was ready: nextTask was the next, at nextTime
        Stands,  ///< nobody ever got control again
    };

    Kind kind = Kind::Marked;
    std::uint32_t event = 0;
    Ticks time{};
    TaskId task;
    TaskId by;
    Word why = Word::None;
    ObjectId object;
    std::vector<TaskId> tasks;
    SiteId site;
    Ticks length{};
    Ticks until = Wait::noDeadline;
    std::int64_t level = 0;
    std::uint32_t timers = 0;
    std::uint32_t position = 0;  ///< in the ready queue, from 0
    std::string name;
    std::string text;
    Next next = Next::None;
    TaskId nextTask;
    Ticks nextTime{};
};

/// The sentences of the events [first, last) of a trace, one for each.
/// Cost  two Moments, O(1) an event, and the way to the next Resume behind the last
[[nodiscard]] std::vector<StorySentence> storyOf(const MomentIndex& moments, std::size_t first,
                                                 std::size_t last);

}  // namespace coroscope
