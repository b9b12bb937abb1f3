// SPDX-License-Identifier: MIT
#include <map>

#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {
namespace {

// So many at once are more than what they ask for something of will take: connections, files.
constexpr std::uint32_t tooMany = 100;

// Whoever waits for one of these is held back by a limit.
bool isLimited(Word why)
{
    switch (why) {
    case Word::Lock:
    case Word::Semaphore:
    case Word::Event:
    case Word::Condition:
    case Word::Queue:
    case Word::Barrier: return true;
    default: return false;
    }
}

struct Parent {
    std::uint32_t atWork = 0;  // children that await something of the outside world
    std::uint32_t most = 0;
    std::uint32_t event = 0;  // where there were too many for the first time
};

}  // namespace

void findUnboundedFanOut(const Facts& facts, std::vector<Finding>& findings)
{
    std::map<TaskId, Parent> parents;
    std::vector<bool> isAtWork(facts.trace.taskCount());
    for (std::uint32_t i = 0; i < facts.trace.size(); ++i) {
        const Event event = facts.trace.at(i);
        const bool changes = event.kind == EventKind::Suspend || event.kind == EventKind::Done;
        if (!changes || facts.trace.task(event.task).kind != TaskInfo::Kind::Task)
            continue;
        const TaskId by = facts.trace.task(event.task).parent;
        if (!by.isValid())
            continue;
        const bool works = event.kind == EventKind::Suspend && !isLimited(event.word);
        if (works == isAtWork[event.task.value])
            continue;
        isAtWork[event.task.value] = works;
        Parent& parent = parents[by];
        if (!works) {
            --parent.atWork;
        } else if (++parent.atWork > parent.most) {
            parent.most = parent.atWork;
            if (parent.most == tooMany)
                parent.event = i;
        }
    }
    for (const auto& [task, parent] : parents) {
        if (parent.most < tooMany)
            continue;
        Finding finding;
        finding.kind = Finding::Kind::UnboundedFanOut;
        finding.event = parent.event;
        finding.task = task;
        finding.site = facts.trace.task(facts.trace.at(parent.event).task).site;
        finding.count = parent.most;
        findings.push_back(std::move(finding));
    }
}

}  // namespace coroscope::analysis
