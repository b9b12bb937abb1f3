// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/trace/trace_assembler.h"

namespace coroscope {

/// Brings the events of a recording, which come roughly in order of time, into that order.
///
/// Order   by time; in one instant a task gives up control before others are woken, created and
///         resumed. Within a task everything is as it came: what happened in a step, and so is
///         told before the step, lies within it.
/// Cost    O(log n) an event, n: how many wait. Memory 24 bytes for each that waits.
class EventSorter {
public:
    explicit EventSorter(TraceAssembler& assembler) : m_assembler(assembler) {}

    /// Something that happened on its own, or within a step that is told later.
    void add(const EventDraft& draft);

    /// A step from `resume` to `end`, its Suspend or Done. It may have been announced by adding its
    /// Resume.
    void addStep(const EventDraft& resume, const EventDraft& end);
    /// The last step of a task, until `end`, of which the Done is to be added soon; if it is not,
    /// the task is done all the same.
    void addLastStep(const EventDraft& resume, Ticks end);

    /// Nothing more will come from before this time, but for the end of steps that were announced.
    /// Hands over to the assembler what is before it, now or at the latest with release().
    void promise(Ticks time);
    void release();

    /// Hands over all the rest.
    void finish();

    [[nodiscard]] Ticks promised() const noexcept { return m_promised; }

private:
    struct Own {
        std::uint64_t last = 0;  // stamp
        Ticks resumed{};
        bool isRunning = false;  // its resume has come, the step's end has not
    };
    // What happened in steps of a task that are not told yet.
    struct InStep {
        std::vector<EventDraft> drafts;
        std::size_t taken = 0;  // of them
    };
    // A task whose last step is told, and not yet how it was done.
    struct Ending {
        EventDraft done;
        int promises = 0;  // made before
    };

    Own& ownOf(TaskSlot task);
    void begin(const EventDraft& resume, Ticks end);
    void addEnd(EventDraft end);
    void pushWithin(const EventDraft& resume, Ticks end);
    void push(EventDraft draft, unsigned rank);
    [[nodiscard]] std::uint64_t limit();
    void handOver(std::uint64_t end);

    TraceAssembler& m_assembler;
    std::vector<Own> m_own;                               // by slot
    std::unordered_map<std::uint32_t, InStep> m_inSteps;  // by slot
    std::unordered_map<std::uint32_t, Ending> m_endings;  // by slot
    std::vector<EventDraft> m_waiting;
    std::size_t m_kept = 0;           // how many of them waited last time, too
    std::vector<EventDraft> m_batch;  // that is handed over
    Ticks m_promised{};
    int m_promises = 0;  // how many
};

}  // namespace coroscope
