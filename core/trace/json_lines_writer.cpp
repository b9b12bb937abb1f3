// SPDX-License-Identifier: MIT
#include "core/trace/json_lines_writer.h"

#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

namespace coroscope {
namespace {

using Json = nlohmann::ordered_json;

Json idOrNull(TaskId id)
{
    return id.isValid() ? Json(id.value) : Json(nullptr);
}

void putSite(Json& line, const Trace& trace, SiteId id)
{
    if (!id.isValid())
        return;
    const Site& site = trace.site(id);
    Json at = Json::array({site.file, site.line});
    if (!site.function.empty())
        at.push_back(site.function);
    line["at"] = std::move(at);
}

void putCreate(Json& line, const Trace& trace, const Event& event)
{
    const TaskInfo& task = trace.task(event.task);
    line["name"] = task.name;
    line["label"] = task.label;
    line["parent"] = idOrNull(task.parent);
    line["kind"] = wordOf(task.kind);
    putSite(line, trace, task.site);
}

void putReady(Json& line, const Trace& trace, const Event& event)
{
    line["by"] = idOrNull(trace.wokenBy(event));
    line["why"] = wordOf(event.word);
}

void putNothing(Json&, const Trace&, const Event&) {}

void putSuspend(Json& line, const Trace& trace, const Event& event)
{
    const Wait& wait = trace.wait(event);
    line["why"] = wordOf(event.word);
    if (wait.object.isValid()) {
        line["on"] = trace.objectName(wait.object);
    } else if (wait.awaitedCount > 0) {
        Json on = Json::array();
        for (const TaskId awaited : trace.awaited(wait))
            on.push_back(awaited.value);
        line["on"] = std::move(on);
    }
    line["until"] = wait.until == Wait::noDeadline ? Json(nullptr) : Json(wait.until.count());
    putSite(line, trace, wait.site);
}

void putBlock(Json& line, const Trace& trace, const Event& event)
{
    line["why"] = wordOf(event.word);
    putSite(line, trace, trace.blockSite(event));
}

void putUse(Json& line, const Trace& trace, const Event& event)
{
    const Use& use = trace.use(event);
    line["object"] = trace.objectName(use.object);
    line["op"] = wordOf(event.word);
    line["level"] = use.level;
}

void putCancel(Json& line, const Trace& trace, const Event& event)
{
    const CancelRequest& request = trace.cancel(event);
    line["by"] = idOrNull(request.by);
    line["message"] = request.message.empty() ? Json(nullptr) : Json(request.message);
}

void putPrint(Json& line, const Trace& trace, const Event& event)
{
    line["text"] = trace.text(event);
    line["stream"] = wordOf(event.word);
}

// A returned value's repr, cut as the format has it.
std::string valueText(const std::string& repr)
{
    constexpr std::size_t longest = 200;  // characters
    std::size_t count = 0;
    std::size_t last = 0;  // where the last character begins that fits
    for (std::size_t at = 0; at < repr.size(); ++at) {
        if ((static_cast<unsigned char>(repr[at]) & 0xc0) == 0x80)
            continue;
        if (++count == longest)
            last = at;
    }
    return count > longest ? repr.substr(0, last) + "…" : repr;
}

void putDone(Json& line, const Trace& trace, const Event& event)
{
    const Outcome& outcome = trace.outcome(event);
    line["how"] = wordOf(event.word);
    if (outcome.error.empty()) {
        line["value"] = valueText(outcome.text);
    } else {
        line["error"] = outcome.error;
        line["message"] = outcome.text;
    }
}

void putTurn(Json& line, const Trace& trace, const Event& event)
{
    const LoopTurn& turn = trace.turn(event);
    line["ready"] = turn.ready;
    line["timers"] = turn.timers;
}

void putMark(Json& line, const Trace& trace, const Event& event)
{
    line["text"] = trace.text(event);
}

void putEnd(Json& line, const Trace& trace, const Event& event)
{
    const Outcome& outcome = trace.outcome(event);
    line["how"] = wordOf(event.word);
    line["error"] = outcome.error.empty() ? Json(nullptr) : Json(outcome.error);
}

// What each kind of event has besides t, e and task, in the order of EventKind.
using PutDetail = void (*)(Json&, const Trace&, const Event&);
constexpr std::array<PutDetail, eventKindCount> putDetail{
    putCreate, putReady, putNothing, putSuspend, putBlock, putNothing, putUse,
    putCancel, putPrint, putDone,    putTurn,    putMark,  putEnd};

// Text that is no UTF-8 is written with U+FFFD in its place: names of files can be anything.
void put(std::ostream& out, const Json& line)
{
    out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json lineOf(const Trace& trace, const Event& event)
{
    Json line = {{"t", event.time.count()}, {"e", wordOf(event.kind)}};
    if (event.task.isValid())
        line["task"] = event.task.value;
    putDetail[static_cast<std::size_t>(event.kind)](line, trace, event);
    return line;
}

}  // namespace

void writeJsonLines(std::ostream& out, const Trace& trace, const TraceHeader& header)
{
    const Json first = {
        {"coroscope_trace", 1},
        {"clock", header.isVirtual ? "virtual" : "monotonic"},
        {"title", header.title},
        {"source", header.source},
        {"start_unix_ns", header.startUnixNs ? Json(*header.startUnixNs) : Json(nullptr)}};
    put(out, first);
    for (std::size_t row = 0; row < trace.size() && out; ++row)
        put(out, lineOf(trace, trace.at(row)));
}

}  // namespace coroscope
