// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/chunked_vector.h"
#include "core/trace/event.h"
#include "core/trace/event_columns.h"

namespace coroscope {

/// A row of the chart: a task, main, a plain function's call, an executor's job, a thread.
struct TaskInfo {
    enum class Kind : std::uint8_t { Task, Main, Call, Job, Thread };

    std::string name;   ///< as CPython names it: "Task-1"
    std::string label;  ///< as Python would write its call: "delivery('A', 10)"
    TaskId parent;      ///< who created it
    Kind kind = Kind::Task;
    SiteId site;
};

/// The word of trace files: "task", "main", ...
[[nodiscard]] std::string_view wordOf(TaskInfo::Kind kind) noexcept;
/// The other way round; any other word is a task.
[[nodiscard]] TaskInfo::Kind taskKindNamed(std::string_view word) noexcept;

/// A place in the program that ran.
struct Site {
    std::string file;
    std::uint32_t line = 0;  ///< from 1; 0: unknown
    std::string function;
};

/// From one event on, a task was at one place of the program.
struct Stay {
    std::uint32_t firstEvent = 0;
    SiteId site;

    friend bool operator==(const Stay&, const Stay&) = default;
};

/// What a suspended task awaits. Belongs to Suspend.
struct Wait {
    static constexpr Ticks noDeadline{-1};

    Ticks until = noDeadline;  ///< when a timer will wake it
    SiteId site;
    ObjectId object;                 ///< the lock, queue, ... if it awaits one
    std::uint32_t awaitedCount = 0;  ///< tasks that it awaits, see Trace::awaited()
    TaskId awaited{};                ///< a single one; of several, where they begin in a table
};

/// How a task or the program ended. Belongs to Done and End.
struct Outcome {
    std::string text;   ///< repr of the returned value, or the exception's message
    std::string error;  ///< the exception's type; empty: none
};

/// Belongs to Use: what a task did to an object and how full that was afterwards.
struct Use {
    ObjectId object;
    std::int64_t level = 0;  ///< a queue's length, a semaphore's free permits, a lock's 0 or 1
};

/// Belongs to Cancel.
struct CancelRequest {
    TaskId by;
    std::string message;
};

/// Belongs to Turn: callbacks in the ready queue and pending timers as the pass begins.
struct LoopTurn {
    std::uint32_t ready = 0;
    std::uint32_t timers = 0;
};

/// The recorded history of one run: append-only, ordered, stored by column. The one source of
/// everything that is shown.
///
/// Shape   three columns of size() elements; tasks, objects, sites and details in tables beside
///         them, to which Event::detail and the ids are indices.
/// Order   time never decreases; events of one instant keep the order in which they happened.
/// Memory  16 bytes an event, and what its detail takes; Ready, Resume, Yield and Turn have none.
///         16 bytes a task, and its texts if it has any of its own.
/// Limits  an instant is below `maxTime` (104 days).
/// Threads written by one thread, then shared as `std::shared_ptr<const Trace>` and never written
///         again, so any number of readers need no lock.
class Trace {
public:
    static constexpr Ticks maxTime{(std::int64_t{1} << 53) - 1};
    static constexpr std::size_t bytesPerEvent = EventColumns::bytesPerEvent;

    Trace() = default;
    /// What a live trace holds by now. Cost: O(events); explicit, since nobody wants it by accident.
    explicit Trace(const Trace&) = default;
    Trace(Trace&&) noexcept = default;
    Trace& operator=(Trace&&) noexcept = default;

    /// Whether an event can be at this time.
    [[nodiscard]] static constexpr bool isTime(Ticks time) noexcept
    {
        return time >= Ticks{} && time <= maxTime;
    }

    /// Precondition: `time` is not before the last event's and not above maxTime.
    void append(Ticks time, EventKind kind, Word word = Word::None, TaskId task = {},
                std::uint32_t detail = Event::none)
    {
        assert(time <= maxTime && time >= lastTime());
        m_events.append(stampOf(time, kind, word), task, detail);
    }
    /// The same. Precondition: hasRoom() besides.
    void appendInRoom(Ticks time, EventKind kind, Word word, TaskId task,
                      std::uint32_t detail = Event::none)
    {
        assert(time <= maxTime && time >= lastTime());
        m_events.appendInRoom(stampOf(time, kind, word), task, detail);
    }

    /// The beginning of a pass of the loop, an EventKind::Turn.
    void appendTurn(Ticks time, LoopTurn turn)
    {
        append(time, EventKind::Turn, Word::None, {turn.timers}, turn.ready);
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_events.size(); }

    /// Forgets all events and their details, but no task, object or site; keeps the memory. For a
    /// recorder that has written them away: the memory of a long run does not grow with it.
    void dropEvents() noexcept;

    /// Precondition: index < size().
    [[nodiscard]] Event at(std::size_t index) const
    {
        const std::uint64_t stamp = m_events.stamp(index);
        const auto kind = static_cast<EventKind>(stamp & kindMask);
        Event event{Ticks(stamp >> stampBits), kind,
                    static_cast<Word>(stamp >> kindBits & wordMask), m_events.task(index),
                    m_events.detail(index)};
        if (kind == EventKind::Turn) {  // has its detail in the columns, under its own index
            event.task = {};
            event.detail = static_cast<std::uint32_t>(index);
        }
        return event;
    }
    [[nodiscard]] Ticks timeAt(std::size_t index) const
    {
        return Ticks(m_events.stamp(index) >> stampBits);
    }

    /// The time of the last event; zero when there is none.
    [[nodiscard]] Ticks lastTime() const { return size() == 0 ? Ticks{} : timeAt(size() - 1); }

    /// The number of events before (`lowerBound`) or not after (`upperBound`) `time`. O(log n).
    [[nodiscard]] std::size_t lowerBound(Ticks time) const;
    [[nodiscard]] std::size_t upperBound(Ticks time) const;

    TaskId addTask(TaskInfo info);
    /// A task without a label and a site that is called "Task-<number>". Makes no text.
    TaskId addTask(std::uint32_t number, TaskId parent, TaskInfo::Kind kind)
    {
        const TaskId id{static_cast<std::uint32_t>(m_tasks.size())};
        m_tasks.push_back({parent, {}, number, kind, false});
        return id;
    }
    /// Whether an event can be appended without taking memory.
    [[nodiscard]] bool hasRoom() const noexcept { return m_events.hasRoom(); }
    /// Whether such a task, and an event, can be added without taking memory.
    [[nodiscard]] bool hasRoomForTask() const noexcept
    {
        return m_tasks.hasRoom() && m_events.hasRoom();
    }
    [[nodiscard]] std::size_t taskCount() const noexcept { return m_tasks.size(); }
    [[nodiscard]] TaskInfo task(TaskId id) const;

    ObjectId addObject(std::string name);
    [[nodiscard]] const std::string& objectName(ObjectId id) const { return m_objects[id.value]; }

    SiteId addSite(Site site);
    [[nodiscard]] std::size_t siteCount() const noexcept { return m_sites.size(); }
    [[nodiscard]] const Site& site(SiteId id) const { return m_sites[id.value]; }

    /// From the next event on, `task` is at `site`; of several places without an event between them
    /// the last one counts.
    void moveTo(TaskId task, SiteId site);
    /// Everywhere `task` was, by event; empty when nobody told.
    [[nodiscard]] std::span<const Stay> stays(TaskId task) const;
    /// Where `task` was when event number `event` happened; before it was anywhere, where it came
    /// first. None when nobody told. O(log n).
    [[nodiscard]] SiteId siteAt(TaskId task, std::size_t event) const;

    /// The place `site`, called from `outer` (none: from nowhere that is known).
    StackId addFrame(StackId outer, SiteId site);

    // Details: add one, then append its event with the index that came back.
    std::uint32_t addWait(Wait wait, std::span<const TaskId> awaited = {});
    /// The same, when the calls are known by which the task came to wait.
    std::uint32_t addWait(Wait wait, std::span<const TaskId> awaited, StackId stack);
    /// A wait for one task and nothing else.
    std::uint32_t addWaitFor(TaskId awaited)
    {
        const auto index = static_cast<std::uint32_t>(m_waits.size());
        m_waits.push_back({Wait::noDeadline, {}, {}, 1, awaited});
        return index;
    }
    std::uint32_t addText(std::string_view text);
    std::uint32_t addOutcome(Outcome outcome);
    std::uint32_t addUse(Use use);
    std::uint32_t addCancel(CancelRequest request);

    // The detail of an event. Precondition: the event is of the kind named.

    /// The task that woke it; none: the loop itself, or a timer.
    [[nodiscard]] TaskId wokenBy(const Event& ready) const;
    /// Empty for a bare yield.
    [[nodiscard]] const Wait& wait(const Event& suspend) const;
    /// Good as long as `wait` is.
    [[nodiscard]] std::span<const TaskId> awaited(const Wait& wait) const;
    /// Where the task stood in each coroutine that awaited the next, outermost first; empty when
    /// nobody told. Cost  O(depth)
    [[nodiscard]] std::vector<SiteId> stack(const Event& suspend) const;
    [[nodiscard]] SiteId blockSite(const Event& block) const;
    [[nodiscard]] const std::string& text(const Event& printOrMark) const;
    /// Empty for a task that returned nothing one could show.
    [[nodiscard]] const Outcome& outcome(const Event& doneOrEnd) const;
    [[nodiscard]] const Use& use(const Event& use) const;
    [[nodiscard]] const CancelRequest& cancel(const Event& cancel) const;
    [[nodiscard]] LoopTurn turn(const Event& turn) const
    {
        return {m_events.detail(turn.detail), m_events.task(turn.detail).value};
    }

private:
    static constexpr int kindBits = 5;
    static constexpr int stampBits = 11;
    static constexpr std::uint64_t kindMask = (1 << kindBits) - 1;
    static constexpr std::uint64_t wordMask = (1 << (stampBits - kindBits)) - 1;
    static_assert(eventKindCount <= 1 << kindBits && wordCount <= 1 << (stampBits - kindBits));
    static constexpr std::size_t blockSize = 1 << 10;

    [[nodiscard]] static std::uint64_t stampOf(Ticks time, EventKind kind, Word word) noexcept
    {
        return static_cast<std::uint64_t>(time.count()) << stampBits |
               static_cast<std::uint64_t>(word) << kindBits | static_cast<std::uint64_t>(kind);
    }

    struct TaskRow {
        TaskId parent;
        SiteId site;
        std::uint32_t name = 0;  // the number in "Task-N", or the index of its texts
        TaskInfo::Kind kind = TaskInfo::Kind::Task;
        bool hasTexts = false;
    };
    struct TaskTexts {
        std::string name;
        std::string label;
    };
    struct Frame {
        StackId outer;
        SiteId site;
    };

    EventColumns m_events;
    ChunkedVector<TaskRow, blockSize> m_tasks;
    std::vector<TaskTexts> m_taskTexts;
    std::vector<std::string> m_objects;
    std::vector<Site> m_sites;
    std::vector<std::vector<Stay>> m_stays;  // by task, for those that have any
    ChunkedVector<Wait, blockSize> m_waits;
    std::vector<TaskId> m_awaited;
    std::vector<Frame> m_frames;
    std::vector<StackId> m_stacks;  // by wait, up to the last one that has any
    std::vector<std::string> m_texts;
    std::vector<Outcome> m_outcomes;
    std::vector<Use> m_uses;
    std::vector<CancelRequest> m_cancels;
};

}  // namespace coroscope
