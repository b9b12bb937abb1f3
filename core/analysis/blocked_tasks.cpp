// SPDX-License-Identifier: MIT
#include "core/analysis/blocked_tasks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace coroscope {
namespace {

// What can be said at any moment of who waits and who holds what, event by event.
class Waits {
public:
    explicit Waits(const Trace& trace) : m_trace(trace), m_suspends(trace.taskCount()) {}

    void take(const Event& event)
    {
        switch (event.kind) {
        case EventKind::Suspend:
            if (event.word != Word::Yield)
                m_suspends[event.task.value] = event;
            break;
        case EventKind::Ready:
        case EventKind::Resume:
        case EventKind::Done: m_suspends[event.task.value].reset(); break;
        case EventKind::Use: use(event); break;
        default: break;
        }
    }

    [[nodiscard]] std::vector<BlockedTask> blocked() const
    {
        std::vector<BlockedTask> tasks;
        for (const std::optional<Event>& suspend : m_suspends) {
            if (suspend)
                tasks.push_back(describe(*suspend));
        }
        return tasks;
    }

private:
    void use(const Event& event)
    {
        std::vector<TaskId>& holders = m_holders[m_trace.use(event).object];
        if (event.word == Word::Acquire) {
            holders.push_back(event.task);
        } else if (event.word == Word::Release && !holders.empty()) {
            // Whoever releases gives back its own permit if it has one, else somebody else's.
            const auto own = std::ranges::find(holders, event.task);
            holders.erase(own != holders.end() ? own : holders.begin());
        }
    }

    [[nodiscard]] BlockedTask describe(const Event& suspend) const
    {
        const Wait& wait = m_trace.wait(suspend);
        BlockedTask task;
        task.task = suspend.task;
        task.why = suspend.word;
        task.object = wait.object;
        const auto awaited = m_trace.awaited(wait);
        task.awaits.assign(awaited.begin(), awaited.end());
        const auto holders = m_holders.find(wait.object);
        if (holders != m_holders.end())
            task.heldBy = holders->second;
        return task;
    }

    const Trace& m_trace;
    std::vector<std::optional<Event>> m_suspends;  // by task, while it is suspended
    std::map<ObjectId, std::vector<TaskId>> m_holders;
};

std::string nameOf(const Trace& trace, TaskId id)
{
    const TaskInfo& task = trace.task(id);
    return task.label.empty() ? task.name : task.name + " (" + task.label + ')';
}

std::string namesOf(const Trace& trace, const std::vector<TaskId>& tasks)
{
    std::string text;
    for (const TaskId task : tasks)
        text += (text.empty() ? "" : ", ") + nameOf(trace, task);
    return text;
}

}  // namespace

std::vector<BlockedTask> blockedTasks(const Trace& trace)
{
    Waits waits(trace);
    for (std::size_t row = 0; row < trace.size(); ++row)
        waits.take(trace.at(row));
    return waits.blocked();
}

std::string waitText(const Trace& trace, const BlockedTask& task)
{
    std::string text = nameOf(trace, task.task) + " waits for ";
    if (task.object.isValid())
        text += std::string(wordOf(task.why)) + ' ' + trace.objectName(task.object);
    else if (task.awaits.empty())
        text += "a " + std::string(wordOf(task.why));
    else
        text += namesOf(trace, task.awaits);
    if (!task.heldBy.empty())
        text += ", held by " + namesOf(trace, task.heldBy);
    return text;
}

}  // namespace coroscope
