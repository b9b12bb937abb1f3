// SPDX-License-Identifier: MIT
#include <string_view>

#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {
namespace {

// The function in Python's own warning; empty if this is another text.
std::string_view warnedOf(std::string_view text)
{
    constexpr std::string_view head = "coroutine '";
    constexpr std::string_view tail = "' was never awaited";
    const std::size_t begin = text.find(head);
    const std::size_t end = text.find(tail);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin)
        return {};
    return text.substr(begin + head.size(), end - begin - head.size());
}

// The task still had something to do when main had returned, and nobody had asked for it.
bool isCutOff(const Facts& facts, TaskId task)
{
    const Facts::Life& life = facts.life(task);
    if (facts.trace.task(task).kind != TaskInfo::Kind::Task || life.isAwaited ||
        life.done == Event::none || facts.trace.at(life.done).word != Word::Cancelled)
        return false;
    return !life.cancels.empty() && life.cancels.front() > facts.mainDone &&
           !facts.trace.cancel(facts.trace.at(life.cancels.front())).by.isValid();
}

}  // namespace

void findNeverAwaited(const Facts& facts, std::vector<Finding>& findings)
{
    const Trace& trace = facts.trace;
    for (std::uint32_t i = 0; i < trace.size(); ++i) {
        const Event event = trace.at(i);
        if (event.kind != EventKind::Print || event.word != Word::Stderr)
            continue;
        const std::string_view name = warnedOf(trace.text(event));
        if (name.empty())
            continue;
        Finding finding;
        finding.kind = Finding::Kind::NeverAwaited;
        finding.event = i;
        finding.by = event.task;
        finding.name = name;
        findings.push_back(std::move(finding));
    }
    const bool hasReturned =
        facts.mainDone != Event::none && trace.at(facts.mainDone).word == Word::Returned;
    if (!hasReturned)
        return;
    for (std::uint32_t id = 0; id < trace.taskCount(); ++id) {
        if (!isCutOff(facts, {id}))
            continue;
        Finding finding;
        finding.kind = Finding::Kind::NeverAwaited;
        finding.event = facts.lives[id].done;
        finding.task = {id};
        finding.by = trace.task({id}).parent;
        finding.site = trace.task({id}).site;
        findings.push_back(std::move(finding));
    }
}

}  // namespace coroscope::analysis
