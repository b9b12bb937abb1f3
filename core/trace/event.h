// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/ids.h"
#include "core/base/ticks.h"

namespace coroscope {

/// What can happen. Trace files write the same words (`wordOf`).
enum class EventKind : std::uint8_t {
    Create,   ///< a task exists; unless it is a call, it is ready at once
    Ready,    ///< it was woken: put into the ready queue
    Resume,   ///< the loop gave it control
    Suspend,  ///< it gave control back and awaits something; with Word::Yield it is ready at once
    Block,    ///< it holds the thread: time.sleep, computing
    Unblock,
    Use,     ///< it changed a lock, semaphore, queue or event
    Cancel,  ///< somebody asked it to stop
    Print,
    Done,
    Turn,  ///< the loop begins one pass over its ready queue
    Mark,  ///< a note by the program
    End,   ///< the program is over
};
inline constexpr int eventKindCount = 13;

/// The qualifier of an event: why a task waits or woke, what was done to an object, how it ended.
enum class Word : std::uint8_t {
    None,
    // Why a task is ready or suspended, or blocks.
    Created,
    Timer,
    Done,
    Sleep,
    Yield,
    Task,
    Gather,
    Wait,
    Future,
    Lock,
    Semaphore,
    Event,
    Condition,
    Queue,
    Barrier,
    Executor,
    Io,
    Cancel,
    Work,
    // What was done to an object.
    Acquire,
    Release,
    Put,
    Get,
    Set,
    Clear,
    Notify,
    // Where a print went.
    Stdout,
    Stderr,
    // How a task or the program ended.
    Returned,
    Raised,
    Cancelled,
    Ok,
    Deadlock,
    Interrupted,
};
inline constexpr int wordCount = 35;

/// The word that trace files use: "create", "timer"; empty for Word::None.
[[nodiscard]] std::string_view wordOf(EventKind kind) noexcept;
[[nodiscard]] std::string_view wordOf(Word word) noexcept;

/// The other way round. None, or Word::None: this version does not know the word.
[[nodiscard]] std::optional<EventKind> eventKindNamed(std::string_view word) noexcept;
[[nodiscard]] Word wordNamed(std::string_view word) noexcept;

/// One row of a Trace: at `time`, `kind` happened to `task`.
struct Event {
    Ticks time{};
    EventKind kind = EventKind::Mark;
    Word word = Word::None;
    TaskId task;                  ///< none for Turn, Mark and End
    std::uint32_t detail = none;  ///< index of what else is known; see Trace

    static constexpr std::uint32_t none = TaskId::none;

    friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace coroscope
