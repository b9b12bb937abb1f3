// SPDX-License-Identifier: MIT
#include "core/analysis/waiting.h"

#include <map>

namespace coroscope {
namespace {

std::string nameOf(const Trace& trace, TaskId id)
{
    const TaskInfo& task = trace.task(id);
    return task.label.empty() ? task.name : task.name + " (" + task.label + ')';
}

}  // namespace

std::vector<WaitingTask> waitingAtEnd(const Trace& trace)
{
    std::map<TaskId, std::uint32_t> suspended;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        if (event.kind == EventKind::Suspend && event.word != Word::Yield)
            suspended[event.task] = static_cast<std::uint32_t>(row);
        else if (event.kind == EventKind::Ready || event.kind == EventKind::Resume)
            suspended.erase(event.task);
    }
    std::vector<WaitingTask> waiting;
    for (const auto& [task, event] : suspended)
        waiting.push_back({task, event});
    return waiting;
}

std::string waitText(const Trace& trace, const WaitingTask& waiting)
{
    const Event event = trace.at(waiting.suspendEvent);
    const Wait& wait = trace.wait(event);
    std::string text = nameOf(trace, waiting.task) + " waits for ";
    if (wait.object.isValid())
        return text + std::string(wordOf(event.word)) + ' ' + trace.objectName(wait.object);
    if (wait.awaitedCount == 0)
        return text + "a " + std::string(wordOf(event.word));
    std::string separator;
    for (const TaskId awaited : trace.awaited(wait)) {
        text += separator + nameOf(trace, awaited);
        separator = ", ";
    }
    return text;
}

}  // namespace coroscope
