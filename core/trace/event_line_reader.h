// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "core/trace/event_draft.h"
#include "core/trace/trace_assembler.h"
#include "core/trace/trace_line.h"

namespace coroscope {

/// What a line of a trace file says that holds one event in words.
class EventLineReader {
public:
    explicit EventLineReader(TraceAssembler& assembler, TraceProblems& problems)
        : m_assembler(assembler), m_problems(problems)
    {}

    /// `site` is what an integer under `at` stands for. None, and reported, if the line is no
    /// event; none also for what another event has said already.
    [[nodiscard]] std::optional<EventDraft> draftOf(const TraceLine& line, std::uint32_t number,
                                                    SiteId site);

    /// Where `at` says; `site` if it is no list.
    [[nodiscard]] SiteId siteIn(const TraceLine& line, SiteId site);

private:
    bool takeTask(const TraceLine& line, EventDraft& draft);
    void takeDetail(const TraceLine& line, EventDraft& draft, SiteId site);
    std::uint32_t keepTask(const TraceLine& line, SiteId site);
    std::uint32_t keepWait(const TraceLine& line, SiteId site);
    std::uint32_t keepRequest(const TraceLine& line);
    std::uint32_t addOutcome(const TraceLine& line);
    TaskSlot slotIn(const TraceLine& line, TraceLine::Key key);

    TraceAssembler& m_assembler;
    TraceProblems& m_problems;
};

}  // namespace coroscope
