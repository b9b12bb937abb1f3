// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>

#include "core/analysis/blocked_tasks.h"
#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {
namespace {

using Blocked = std::map<TaskId, BlockedTask>;

// Whom a task needs to go on: who holds the object that it waits for, or the tasks that it awaits.
std::vector<TaskId> neededBy(const BlockedTask& task)
{
    return task.heldBy.empty() ? task.awaits : task.heldBy;
}

// The first circle that is met when each follows whom it needs; empty if there is none.
class CircleSearch {
public:
    explicit CircleSearch(const Blocked& blocked) : m_blocked(blocked) {}

    std::vector<TaskId> find()
    {
        for (const auto& [task, wait] : m_blocked) {
            if (m_seen.try_emplace(task, Seen::Never).first->second == Seen::Never && walk(task))
                break;
        }
        return m_circle;
    }

private:
    enum class Seen { Never, OnPath, Before };
    struct Step {
        TaskId task;
        std::vector<TaskId> needs;
        std::size_t next = 0;
    };

    // Depth first; a path can be as long as there are tasks, so it does not recur.
    bool walk(TaskId start)
    {
        enter(start);
        while (!m_path.empty()) {
            Step& step = m_path.back();
            if (step.next == step.needs.size()) {
                m_seen[step.task] = Seen::Before;
                m_path.pop_back();
                continue;
            }
            const TaskId needed = step.needs[step.next++];
            if (!m_blocked.contains(needed))
                continue;
            if (m_seen[needed] == Seen::OnPath) {
                const auto first = std::ranges::find(m_path, needed, &Step::task);
                for (auto at = first; at != m_path.end(); ++at)
                    m_circle.push_back(at->task);
                return true;
            }
            if (m_seen[needed] == Seen::Never)
                enter(needed);
        }
        return false;
    }

    void enter(TaskId task)
    {
        m_seen[task] = Seen::OnPath;
        m_path.push_back({task, neededBy(m_blocked.at(task))});
    }

    const Blocked& m_blocked;
    std::map<TaskId, Seen> m_seen;
    std::vector<Step> m_path;
    std::vector<TaskId> m_circle;
};

}  // namespace

void findDeadlock(const Facts& facts, std::vector<Finding>& findings)
{
    if (facts.end.word != Word::Deadlock)
        return;
    Finding finding;
    finding.kind = Finding::Kind::Deadlock;
    finding.event = static_cast<std::uint32_t>(facts.trace.size() - 1);
    Blocked blocked;
    for (BlockedTask& task : blockedTasks(facts.trace)) {
        finding.tasks.push_back(task.task);
        blocked.emplace(task.task, std::move(task));
    }
    std::vector<TaskId> circle = CircleSearch(blocked).find();
    finding.isCircle = !circle.empty();
    if (finding.isCircle)
        finding.tasks = std::move(circle);
    // Where the last of them began to wait: from there on nothing could help.
    for (const TaskId task : finding.tasks) {
        const SegmentColumn& segments = facts.timeline.tracks()[task.value].segments;
        for (std::size_t i = segments.size(); i-- > 0;) {
            if (segments.stateAt(i) != SegmentState::Suspended)
                continue;
            const std::uint32_t suspend = segments.eventAt(i);
            if (!finding.task.isValid() || suspend > finding.event) {
                finding.event = suspend;
                finding.task = task;
                finding.site = facts.trace.wait(facts.trace.at(suspend)).site;
            }
            break;
        }
    }
    findings.push_back(std::move(finding));
}

}  // namespace coroscope::analysis
