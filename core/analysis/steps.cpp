// SPDX-License-Identifier: MIT
#include "core/analysis/steps.h"

#include <algorithm>

namespace coroscope::analysis {

Steps::Steps(const Timeline& timeline) : m_trace(timeline.trace()), m_lives(m_trace.taskCount())
{
    for (std::uint32_t id = 0; id < m_trace.taskCount(); ++id) {
        const TaskInfo& info = m_trace.task({id});
        const bool isCall = info.kind == TaskInfo::Kind::Call && info.parent.isValid();
        m_owners.push_back(isCall ? m_owners[info.parent.value] : TaskId{id});
        if (info.kind == TaskInfo::Kind::Main)
            m_main = {id};
    }
    for (std::uint32_t i = 0; i < m_trace.size(); ++i) {
        const Event event = m_trace.at(i);
        if (event.task.isValid() && m_owners[event.task.value] == event.task)
            take(event, i);
    }
}

void Steps::take(const Event& event, std::uint32_t index)
{
    Life& life = m_lives[event.task.value];
    switch (event.kind) {
    case EventKind::Create:
        takeWake(event.task, index, m_trace.task(event.task).parent, event.time);
        break;
    case EventKind::Ready: {
        TaskId by = m_trace.wokenBy(event);
        // When main has ended, the loop cancels who is left: that is main's doing.
        if (event.word == Word::Cancel && !by.isValid() && m_mainIsDone)
            by = m_main;
        Ticks time = event.time;
        if (!by.isValid() && life.next.suspend != Event::none) {
            const Event suspend = m_trace.at(life.next.suspend);
            const Ticks until = m_trace.wait(suspend).until;
            if (until != Wait::noDeadline)
                time = std::max(suspend.time, std::min(time, until));
        }
        takeWake(event.task, index, by, time);
        break;
    }
    case EventKind::Resume:
        life.next.task = event.task;
        life.next.begin = index;
        life.next.previous = life.steps.empty() ? Event::none : life.steps.back();
        life.steps.push_back(static_cast<std::uint32_t>(m_steps.size()));
        m_steps.push_back(life.next);
        life.next = {};
        break;
    case EventKind::Suspend:
        if (!life.steps.empty())
            m_steps[life.steps.back()].end = index;
        life.next.suspend = index;
        if (event.word == Word::Yield)
            takeWake(event.task, index, event.task, event.time);
        break;
    case EventKind::Done:
        if (!life.steps.empty())
            m_steps[life.steps.back()].end = index;
        m_mainIsDone = m_mainIsDone || event.task == m_main;
        break;
    default: break;
    }
}

void Steps::takeWake(TaskId task, std::uint32_t index, TaskId by, Ticks time)
{
    Step& next = m_lives[task.value].next;
    next.wake = index;
    next.by = by.isValid() ? m_owners[by.value] : by;
    next.wakeTime = time;
}

std::uint32_t Steps::stepBefore(TaskId task, std::uint32_t event) const
{
    const std::vector<std::uint32_t>& steps = m_lives[task.value].steps;
    const auto after = std::ranges::partition_point(
        steps, [&](std::uint32_t step) { return m_steps[step].begin <= event; });
    return after == steps.begin() ? Event::none : *std::prev(after);
}

bool Steps::isBesideLoop(TaskId task) const
{
    const TaskInfo::Kind kind = m_trace.task(task).kind;
    return kind == TaskInfo::Kind::Job || kind == TaskInfo::Kind::Thread;
}

}  // namespace coroscope::analysis
