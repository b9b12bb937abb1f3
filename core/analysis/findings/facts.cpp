// SPDX-License-Identifier: MIT
#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {

Facts::Facts(const Timeline& whole)
    : timeline(whole), trace(whole.trace()), lives(trace.taskCount())
{
    for (std::uint32_t i = 0; i < trace.size(); ++i) {
        const Event event = trace.at(i);
        switch (event.kind) {
        case EventKind::Create: lives[event.task.value].created = i; break;
        case EventKind::Done:
            lives[event.task.value].done = i;
            if (trace.task(event.task).kind == TaskInfo::Kind::Main)
                mainDone = i;
            break;
        case EventKind::Cancel: lives[event.task.value].cancels.push_back(i); break;
        case EventKind::Suspend:
            for (const TaskId awaited : trace.awaited(trace.wait(event)))
                lives[awaited.value].isAwaited = true;
            break;
        case EventKind::Turn: hasLoop = true; break;
        case EventKind::End: end = event; break;
        default: break;
        }
    }
}

bool Facts::isJob(TaskId task) const
{
    const TaskInfo::Kind kind = trace.task(task).kind;
    return kind == TaskInfo::Kind::Job || kind == TaskInfo::Kind::Thread;
}

TaskId Facts::ownerOf(TaskId row) const
{
    while (trace.task(row).kind == TaskInfo::Kind::Call && trace.task(row).parent.isValid())
        row = trace.task(row).parent;
    return row;
}

}  // namespace coroscope::analysis
