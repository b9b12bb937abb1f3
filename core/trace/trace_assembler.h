// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/trace/event_draft.h"
#include "core/trace/number_map.h"
#include "core/trace/text_pool.h"
#include "core/trace/trace.h"
#include "core/trace/trace_grammar.h"
#include "core/trace/trace_problems.h"

namespace coroscope {

/// Builds a sound trace from what a file says: keeps out what no scheduler could have done, and
/// tells why.
///
/// Cost    O(1) an event
class TraceAssembler {
public:
    explicit TraceAssembler(TraceProblems& problems) : m_problems(problems) {}

    /// For recordings, which leave out what follows from the rest: a task that is resumed was
    /// woken, one that suspends no longer blocks. What comes too late comes now.
    void setMending(bool isMending) { m_isMending = isMending; }

    /// From now on events may be missing: whatever must have happened in between is put in.
    void missEvents() { m_missesEvents = true; }

    /// The task that the file calls `number`.
    TaskSlot slotOf(std::int64_t number);
    ObjectId objectNamed(std::string_view name);
    /// None if the line is below zero.
    SiteId siteAt(std::string_view file, std::int64_t line, std::string_view function);

    /// As Trace::addFrame(), the same for the same.
    StackId frameIn(StackId outer, SiteId site);

    /// The name of a task that is not in the trace yet; else the file calls it by its number.
    void nameTask(TaskSlot task, std::string name);

    /// An empty detail for one draft, and its index. apply() takes it back.
    std::uint32_t keep();
    [[nodiscard]] DraftDetail& detail(std::uint32_t index) { return m_details[index]; }

    /// Appends the event to the trace, or reports why it cannot be.
    void apply(const EventDraft& draft);

    [[nodiscard]] Trace& trace() noexcept { return *m_trace; }
    [[nodiscard]] std::shared_ptr<const Trace> sharedTrace() const noexcept { return m_trace; }

private:
    struct Slot {
        std::int64_t number = 0;
        TaskId task;
        Word awaits = Word::None;  // why it suspended last
        bool isCancelled = false;  // since then
    };
    void put(const EventDraft& draft, Ticks time);
    void create(const EventDraft& draft, Ticks time);
    [[nodiscard]] Word note(const EventDraft& draft);
    void mend(const EventDraft& draft, Ticks time);
    void refuse(const EventDraft& draft, TraceProblem::Kind why);
    [[nodiscard]] bool isPossible(const EventDraft& draft, Word word, TaskId task);
    [[nodiscard]] std::uint32_t detailFor(const EventDraft& draft);
    [[nodiscard]] std::uint32_t waitFor(const EventDraft& draft);
    [[nodiscard]] TaskId taskIn(TaskSlot slot) const;
    void giveBack(const EventDraft& draft);
    [[nodiscard]] static bool isKept(const EventDraft& draft);

    TraceProblems& m_problems;
    std::shared_ptr<Trace> m_trace = std::make_shared<Trace>();
    TraceGrammar m_grammar;
    bool m_isMending = false;
    bool m_missesEvents = false;
    NumberMap m_numbers;
    std::vector<Slot> m_slots;
    std::unordered_map<std::uint32_t, std::string> m_names;  // by slot
    std::vector<DraftDetail> m_details;
    std::vector<std::uint32_t> m_freeDetails;
    std::vector<TaskId> m_awaited;  // of the event at hand
    TextPool m_objects;             // with the indices that the trace gives them
    TextPool m_sites;               // file, line and function in one text
    std::string m_siteKey;
    std::unordered_map<std::uint64_t, StackId> m_frames;  // by outer frame and site
};

}  // namespace coroscope
