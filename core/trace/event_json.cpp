// SPDX-License-Identifier: MIT
#include "core/trace/event_json.h"

#include <array>
#include <ostream>
#include <string>

namespace coroscope {
namespace {

OrderedJson siteJson(const Site& site)
{
    OrderedJson at = OrderedJson::array({site.file, site.line});
    if (!site.function.empty())
        at.push_back(site.function);
    return at;
}

OrderedJson idOrNull(TaskId id)
{
    return id.isValid() ? OrderedJson(id.value) : OrderedJson(nullptr);
}

void putSite(OrderedJson& line, const Trace& trace, SiteId id)
{
    if (id.isValid())
        line["at"] = siteJson(trace.site(id));
}

void putCreate(OrderedJson& line, const Trace& trace, const Event& event)
{
    const TaskInfo& task = trace.task(event.task);
    line["name"] = task.name;
    line["label"] = task.label;
    line["parent"] = idOrNull(task.parent);
    line["kind"] = wordOf(task.kind);
    putSite(line, trace, task.site);
}

void putReady(OrderedJson& line, const Trace& trace, const Event& event)
{
    line["by"] = idOrNull(trace.wokenBy(event));
    line["why"] = wordOf(event.word);
}

void putNothing(OrderedJson&, const Trace&, const Event&) {}

void putSuspend(OrderedJson& line, const Trace& trace, const Event& event)
{
    const Wait& wait = trace.wait(event);
    line["why"] = wordOf(event.word);
    if (wait.object.isValid()) {
        line["on"] = trace.objectName(wait.object);
    } else if (wait.awaitedCount > 0) {
        OrderedJson on = OrderedJson::array();
        for (const TaskId awaited : trace.awaited(wait))
            on.push_back(awaited.value);
        line["on"] = std::move(on);
    }
    line["until"] =
        wait.until == Wait::noDeadline ? OrderedJson(nullptr) : OrderedJson(wait.until.count());
    putSite(line, trace, wait.site);
    const std::vector<SiteId> stack = trace.stack(event);
    if (stack.empty())
        return;
    OrderedJson& places = line["stack"] = OrderedJson::array();
    for (const SiteId site : stack)
        places.push_back(siteJson(trace.site(site)));
}

void putBlock(OrderedJson& line, const Trace& trace, const Event& event)
{
    line["why"] = wordOf(event.word);
    putSite(line, trace, trace.blockSite(event));
}

void putUse(OrderedJson& line, const Trace& trace, const Event& event)
{
    const Use& use = trace.use(event);
    line["object"] = trace.objectName(use.object);
    line["op"] = wordOf(event.word);
    line["level"] = use.level;
}

void putCancel(OrderedJson& line, const Trace& trace, const Event& event)
{
    const CancelRequest& request = trace.cancel(event);
    line["by"] = idOrNull(request.by);
    line["message"] = request.message.empty() ? OrderedJson(nullptr) : OrderedJson(request.message);
}

void putPrint(OrderedJson& line, const Trace& trace, const Event& event)
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

void putDone(OrderedJson& line, const Trace& trace, const Event& event)
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

void putTurn(OrderedJson& line, const Trace& trace, const Event& event)
{
    const LoopTurn& turn = trace.turn(event);
    line["ready"] = turn.ready;
    line["timers"] = turn.timers;
}

void putMark(OrderedJson& line, const Trace& trace, const Event& event)
{
    line["text"] = trace.text(event);
}

void putEnd(OrderedJson& line, const Trace& trace, const Event& event)
{
    const Outcome& outcome = trace.outcome(event);
    line["how"] = wordOf(event.word);
    line["error"] = outcome.error.empty() ? OrderedJson(nullptr) : OrderedJson(outcome.error);
}

// What each kind of event has besides t, e and task, in the order of EventKind.
using PutDetail = void (*)(OrderedJson&, const Trace&, const Event&);
constexpr std::array<PutDetail, eventKindCount> putDetail{
    putCreate, putReady, putNothing, putSuspend, putBlock, putNothing, putUse,
    putCancel, putPrint, putDone,    putTurn,    putMark,  putEnd};

}  // namespace

OrderedJson detailJson(const Trace& trace, const Event& event)
{
    OrderedJson detail = OrderedJson::object();
    putDetail[static_cast<std::size_t>(event.kind)](detail, trace, event);
    return detail;
}

OrderedJson eventJson(const Trace& trace, const Event& event)
{
    OrderedJson line = {{"t", event.time.count()}, {"e", wordOf(event.kind)}};
    if (event.task.isValid())
        line["task"] = event.task.value;
    putDetail[static_cast<std::size_t>(event.kind)](line, trace, event);
    return line;
}

void putProcess(OrderedJson& line, const TraceHeader& header)
{
    if (header.pid)
        line["pid"] = *header.pid;
    if (!header.command.empty())
        line["argv"] = header.command;
    if (!header.python.empty())
        line["python"] = header.python;
}

std::string textOf(const OrderedJson& json)
{
    return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace coroscope
