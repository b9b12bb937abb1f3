// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/trace/event_sorter.h"
#include "core/trace/number_map.h"
#include "core/trace/trace_assembler.h"
#include "core/trace/trace_line.h"

namespace coroscope {

/// Reads the lines of a trace file's compact form (trace-format.md) that the plain form has not:
/// numbered places and await points, packed records, watermarks.
class CompactReader {
public:
    CompactReader(TraceAssembler& assembler, EventSorter& sorter, TraceProblems& problems)
        : m_assembler(assembler), m_sorter(sorter), m_problems(problems)
    {}

    /// What the times of packed records count from.
    void setZero(std::int64_t zero) { m_zero = zero; }

    /// False if the line is none of them.
    bool take(const TraceLine& line, std::uint32_t number);

    /// The place that was given this number; none: not known.
    [[nodiscard]] SiteId site(std::optional<std::int64_t> number) const;

    /// How many events the recorder had to drop.
    [[nodiscard]] std::uint64_t lost() const noexcept { return static_cast<std::uint64_t>(m_lost); }

private:
    struct Record {
        Ticks begin{};
        Ticks length{};
        std::uint32_t other = 0;  // what `d` is where it is no duration: a task
        std::uint32_t task = 0;
        std::uint32_t what = 0;
    };
    // What a number of a spawn or of an await point stands for.
    struct Point {
        bool isSpawn = false;
        Word why = Word::None;
        TaskInfo::Kind taskKind = TaskInfo::Kind::Task;
        SiteId site;
        ObjectId object;
        StackId stack;
        std::optional<Ticks> delay;
        std::string label;
        std::uint32_t wait = Event::none;  // the trace's, if all are the same
    };
    struct Entry {
        std::string_view word;
        void (CompactReader::*take)(const TraceLine&);
    };
    static const Entry* entryFor(std::string_view word);

    void takeSite(const TraceLine& line);
    void takeSpawn(const TraceLine& line);
    void takeAwait(const TraceLine& line);
    void takeName(const TraceLine& line);
    void takeRecords(const TraceLine& line);
    void takeWatermark(const TraceLine& line);
    void takeLost(const TraceLine& line);
    void takeNothing(const TraceLine&) {}

    void take(const Record& record);
    void takeTurn(const Record& record, EventDraft& draft);
    void takeWake(const Record& record, EventDraft& draft);
    void takeCreation(const Record& record, const Point& point, EventDraft& draft);
    void takeStep(const Record& record, const Point& point, EventDraft& resume);
    void takeLastStep(const Record& record, EventDraft& resume);
    [[nodiscard]] static Wait waitOf(const Point& point);
    std::uint32_t waitAt(const Point& point, Ticks from);
    void define(const TraceLine& line, Point point);
    void report(TraceProblem::Kind kind) { m_problems.add(kind, m_line); }

    TraceAssembler& m_assembler;
    EventSorter& m_sorter;
    TraceProblems& m_problems;
    std::uint32_t m_line = 0;  // the number of the line at hand
    NumberMap m_siteNumbers;
    std::vector<SiteId> m_sites;
    NumberMap m_pointNumbers;
    std::vector<Point> m_points;
    std::unordered_map<std::uint32_t, std::vector<TaskSlot>>
        m_targets;  // of the next step, by slot
    std::string m_bytes;
    std::uint32_t m_none = Event::none;  // the outcome of who returned None
    std::int64_t m_lost = 0;
    std::int64_t m_zero = 0;
};

}  // namespace coroscope
