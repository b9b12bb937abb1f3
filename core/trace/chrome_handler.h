// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/trace/chrome_events.h"
#include "core/trace/event_line_reader.h"
#include "core/trace/trace_header.h"
#include "core/trace/trace_line.h"
#include "core/trace/trace_line_filler.h"

namespace coroscope {

/// What the JSON library's parser calls as it reads a file in Chrome's format: an object with the
/// list `traceEvents`, or that list alone.
class ChromeHandler {
public:
    using Json = nlohmann::json;

    ChromeHandler(EventLineReader& reader, TraceProblems& problems)
        : m_reader(reader), m_problems(problems)
    {}

    /// Whether there was a list of events.
    [[nodiscard]] bool hasEvents() const noexcept { return m_hasEvents; }
    /// Whether the list stands alone: then it may end anywhere.
    [[nodiscard]] bool isListAlone() const noexcept { return m_isListAlone; }
    /// How many events came, and so the number of the last one.
    [[nodiscard]] std::uint32_t count() const noexcept { return m_count; }
    [[nodiscard]] const TraceHeader& header() const noexcept { return m_header; }

    /// Whether this program wrote the file.
    [[nodiscard]] bool isOurs() const noexcept { return m_isOurs || !m_drafts.empty(); }
    /// Events that this program wrote, each with its number in the trace.
    [[nodiscard]] std::vector<std::pair<std::int64_t, EventDraft>>& drafts() { return m_drafts; }
    /// Those of others.
    [[nodiscard]] ChromeEvents& events() { return m_events; }

    // As the JSON library names them.
    bool null();
    bool boolean(bool);
    bool binary(Json::binary_t&) { return true; }
    bool number_integer(Json::number_integer_t number);
    bool number_unsigned(Json::number_unsigned_t number);
    bool number_float(Json::number_float_t number, const Json::string_t& text);
    bool string(Json::string_t& text);
    bool key(Json::string_t& word);
    bool start_object(std::size_t);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

private:
    enum class Field : std::uint8_t {
        Phase,
        Name,
        Category,
        Time,
        Duration,
        Process,
        Thread,
        Id,
        Id2,
        Kind,
        Number,
        Args,
        Other
    };
    static Field fieldNamed(std::string_view word);

    [[nodiscard]] bool isInEvent() const { return m_listDepth > 0 && m_depth == m_listDepth + 1; }
    [[nodiscard]] bool isInArgs() const
    {
        return m_listDepth > 0 && m_depth > m_listDepth + 1 && m_field == Field::Args;
    }
    void takeNumber(std::int64_t number);
    void takeText(std::string& text);
    void beginEvent();
    void endEvent();
    void endOwnEvent();
    void endOtherEvent();
    void takeMetadata();
    [[nodiscard]] std::uint32_t track();
    [[nodiscard]] std::uint32_t idOf(char phase);

    EventLineReader& m_reader;
    TraceProblems& m_problems;
    TraceHeader m_header;
    ChromeEvents m_events;
    std::vector<std::pair<std::int64_t, EventDraft>> m_drafts;

    std::size_t m_depth = 0;
    std::size_t m_listDepth = 0;  // of the list of events; 0: not in it
    bool m_hasEvents = false;
    bool m_isListAlone = false;
    bool m_isOurs = false;
    std::string m_rootKey;
    std::string m_dataKey;  // within otherData

    // The event at hand.
    std::uint32_t m_count = 0;
    Field m_field = Field::Other;
    std::string m_phase, m_name, m_category, m_process, m_thread, m_id, m_kind;
    std::optional<std::int64_t> m_time;
    std::optional<std::int64_t> m_duration;
    std::int64_t m_number = 0;
    std::int64_t m_threadNumber = 0;
    TraceLine m_args;
    std::optional<TraceLine::Filler> m_filler;
    std::string m_key;
};

}  // namespace coroscope
