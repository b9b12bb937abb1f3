// SPDX-License-Identifier: MIT
#include "core/timeline/loop_state.h"

#include <algorithm>

namespace coroscope {

LoopState::LoopState(const Snapshot& snapshot) : m_objects(snapshot.objects)
{
    m_last.reserve(snapshot.lastEvents.size());
    for (const auto& [task, event] : snapshot.lastEvents)
        m_last.emplace(task.value, event);
}

LoopState::Snapshot LoopState::snapshot() const
{
    Snapshot snapshot;
    snapshot.lastEvents.reserve(m_last.size());
    for (const auto& [task, event] : m_last)
        snapshot.lastEvents.emplace_back(TaskId{task}, event);
    snapshot.objects = m_objects;
    return snapshot;
}

void LoopState::take(const Trace& trace, const Event& event, std::uint32_t index)
{
    switch (event.kind) {
    case EventKind::Create: m_last[event.task.value] = index; break;
    case EventKind::Ready:
    case EventKind::Resume:
    case EventKind::Suspend:
    case EventKind::Block:
    case EventKind::Unblock: {
        const auto task = m_last.find(event.task.value);
        if (task != m_last.end())
            task->second = index;
        break;
    }
    case EventKind::Done: m_last.erase(event.task.value); break;
    case EventKind::Use: take(trace.use(event), event); break;
    default: break;
    }
}

void LoopState::take(const Use& use, const Event& event)
{
    if (use.object.value >= m_objects.size())
        m_objects.resize(use.object.value + 1);
    ObjectUse& object = m_objects[use.object.value];
    if (event.word != Word::Notify)  // whose level is how many were woken
        object.level = use.level;
    if (event.word == Word::Acquire) {
        object.holders.push_back(event.task);
    } else if (event.word == Word::Release && !object.holders.empty()) {
        // Whoever releases gives back its own permit if it has one, else somebody else's.
        const auto own = std::ranges::find(object.holders, event.task);
        object.holders.erase(own != object.holders.end() ? own : object.holders.begin());
    }
}

}  // namespace coroscope
