// SPDX-License-Identifier: MIT
#include "core/timeline/held_spans.h"

#include <algorithm>

namespace coroscope {
namespace {

constexpr std::uint32_t none = Event::none;

}  // namespace

std::vector<HeldSpan> heldSpans(const Trace& trace, Ticks least)
{
    std::vector<HeldSpan> spans;
    std::vector<std::uint32_t> began(trace.taskCount(), none);  // events
    const auto end = [&](TaskId task, Ticks now) {
        const std::uint32_t event = began[task.value];
        began[task.value] = none;
        if (event != none && now - trace.timeAt(event) >= least)
            spans.push_back({trace.timeAt(event), now, task, event});
    };
    for (std::uint32_t i = 0; i < trace.size(); ++i) {
        const Event event = trace.at(i);
        if (event.kind == EventKind::Unblock || event.kind == EventKind::Suspend ||
            event.kind == EventKind::Done)
            end(event.task, event.time);
        if (event.kind != EventKind::Block)
            continue;
        const TaskInfo::Kind kind = trace.task(event.task).kind;
        if (kind == TaskInfo::Kind::Task || kind == TaskInfo::Kind::Main)
            began[event.task.value] = i;
    }
    for (std::uint32_t task = 0; task < began.size(); ++task)
        end({task}, trace.lastTime());
    std::ranges::stable_sort(spans, {}, &HeldSpan::begin);
    return spans;
}

}  // namespace coroscope
