// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/trace/trace.h"
#include "core/trace/trace_grammar.h"

namespace coroscope {

/// Builds a trace from the events of one file, each a JSON object. Keeps out what is not sound.
class JsonEventReader {
public:
    using Json = nlohmann::json;

    /// Says why the event is left out; empty if it is not.
    std::string take(const Json& line);

    [[nodiscard]] const std::shared_ptr<Trace>& trace() const noexcept { return m_trace; }

private:
    std::string takeEvent(const Json& line, Ticks time, EventKind kind);
    void create(const Json& line);
    std::uint32_t detailFor(const Json& line, EventKind kind);
    std::uint32_t addWait(const Json& line);
    std::uint32_t addOutcome(const Json& line);
    ObjectId objectNamed(const std::string& name);
    SiteId siteIn(const Json& line);
    [[nodiscard]] TaskId nextTask() const;
    [[nodiscard]] TaskId taskIn(const Json& line, const char* key) const;
    [[nodiscard]] std::vector<TaskId> tasksIn(const Json& list) const;

    std::shared_ptr<Trace> m_trace = std::make_shared<Trace>();
    TraceGrammar m_grammar;
    std::map<std::int64_t, TaskId> m_tasks;  // by their number in the file
    std::map<std::string, ObjectId> m_objects;
    std::map<std::tuple<std::string, std::uint32_t, std::string>, SiteId> m_sites;
};

/// Of a JSON object: the text or the integer under `key`; empty if it is another type or missing.
[[nodiscard]] std::string textIn(const nlohmann::json& object, const char* key);
[[nodiscard]] std::optional<std::int64_t> numberIn(const nlohmann::json& object, const char* key);

}  // namespace coroscope
