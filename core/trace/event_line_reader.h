// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
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

    /// The place that a file gave a number; none: not known.
    using SiteFor = std::function<SiteId(std::int64_t number)>;

    /// What `stack` says; its entries may be numbers.
    [[nodiscard]] static StackId stackIn(const TraceLine& line, TraceAssembler& assembler,
                                         const SiteFor& siteFor = {});
    /// Adds that to the draft, if it is a suspension's.
    void keepStack(const TraceLine& line, const EventDraft& draft, const SiteFor& siteFor = {});

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
