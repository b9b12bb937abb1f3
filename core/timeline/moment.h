// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/timeline/loop_state.h"
#include "core/trace/trace.h"

namespace coroscope {

/// What a program's loop is doing when the first `eventCount` events of its trace have happened.
///
/// A task that has entered calls with rows of their own stands here as the innermost of these, as
/// it is drawn (see Timeline).
struct Moment {
    /// Who has control of the loop's thread.
    struct Running {
        TaskId task;
        Word blocking = Word::None;  ///< what it does while it holds the thread; None: it runs
        std::uint32_t event = 0;     ///< since when: its Resume, Block or Unblock
    };
    /// An entry of the ready queue.
    struct Ready {
        TaskId task;
        Word why = Word::None;    ///< Created, Yield, Timer, Done, Lock, ...
        TaskId by;                ///< who woke it; none: the loop itself, or a timer
        std::uint32_t event = 0;  ///< that put it there
    };
    /// A pending timer.
    struct Deadline {
        TaskId task;
        Ticks deadline{};
        std::uint32_t event = 0;  ///< the Suspend
    };
    /// A suspended task. Trace::wait(event) tells of which tasks it awaits.
    struct Waiter {
        TaskId task;
        Word why = Word::None;
        ObjectId object;  ///< none if it awaits something else
        Ticks until = Wait::noDeadline;
        std::uint32_t event = 0;  ///< the Suspend
    };
    /// A job of an executor, or another thread beside the loop.
    struct Job {
        enum class State : std::uint8_t {
            Queued,   ///< no worker is free
            Waiting,  ///< for the interpreter's lock, or a core
            Running,
            Blocking,
        };
        TaskId task;
        State state = State::Queued;
        std::uint32_t event = 0;  ///< since when
    };
    /// A lock, semaphore, queue, ... that was used or awaited so far.
    struct Object {
        ObjectId object;
        Word kind = Word::None;  ///< Lock, Semaphore, Event, Condition, Queue or Barrier
        ObjectUse use;
        std::uint32_t waiting = 0;  ///< how many of `waiters` wait for it
    };

    std::uint32_t eventCount = 0;
    Ticks time{};  ///< of the last event that has happened
    std::optional<Running> running;
    std::vector<Ready> ready;       ///< first who runs next
    std::vector<Deadline> timers;   ///< earliest first
    std::vector<Waiter> waiters;    ///< longest waiting first
    std::vector<Job> jobs;          ///< queued or not, in order of creation
    std::vector<TaskId> notCalled;  ///< calls that the program has not come to, in order
    std::vector<Object> objects;    ///< in order of creation
};

/// Tells the Moment at any event of a trace.
///
/// Cost    the first reading O(events); at() O(log events + replay + what lives then), where at
/// most
///         max(shortestReplay, 4 · what lives then) events are replayed from a checkpoint. Memory:
///         8 bytes for each living task and four events.
/// Threads as the trace; at() changes nothing.
class MomentIndex {
public:
    static constexpr std::size_t shortestReplay = 1024;

    explicit MomentIndex(std::shared_ptr<const Trace> trace);

    /// Takes in what was appended to the trace since the last call.
    void extend();

    /// Precondition: eventCount is not above what was taken in.
    [[nodiscard]] Moment at(std::size_t eventCount) const;

    /// How many events at() replays for this moment.
    [[nodiscard]] std::size_t replayLength(std::size_t eventCount) const;

    [[nodiscard]] const Trace& trace() const noexcept { return *m_trace; }

    /// What an object is, as far as the whole trace tells.
    [[nodiscard]] Word kindOf(ObjectId object) const;

private:
    struct Checkpoint {
        std::size_t eventCount = 0;
        LoopState::Snapshot state;
    };

    void learnKind(const Event& event);
    [[nodiscard]] const Checkpoint& before(std::size_t eventCount) const;

    std::shared_ptr<const Trace> m_trace;
    LoopState m_state;  // after all that was taken in
    std::size_t m_taken = 0;
    std::vector<Checkpoint> m_checkpoints;
    std::vector<Word> m_kinds;  // by object
};

}  // namespace coroscope
