// SPDX-License-Identifier: MIT
#include "core/analysis/task_metrics.h"

namespace coroscope {
namespace {

// Where time in a state is counted; null: nowhere.
Ticks TaskMetrics::*sumOf(SegmentState state)
{
    switch (state) {
    case SegmentState::Waiting: return &TaskMetrics::waiting;
    case SegmentState::Ready: return &TaskMetrics::latency;
    case SegmentState::Running: return &TaskMetrics::running;
    case SegmentState::Blocking: return &TaskMetrics::blocking;
    case SegmentState::Suspended:
    case SegmentState::InCall: return &TaskMetrics::suspended;
    case SegmentState::Unborn:
    case SegmentState::Done: break;
    }
    return nullptr;
}

}  // namespace

std::vector<TaskMetrics> taskMetricsOf(const Timeline& timeline)
{
    const Trace& trace = timeline.trace();
    std::vector<TaskMetrics> all;
    for (const Track& track : timeline.tracks()) {
        TaskMetrics metrics;
        metrics.task = track.task;
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            if (Ticks TaskMetrics::*const sum = sumOf(track.segments.stateAt(i)))
                metrics.*sum += timeline.segment(track, i).span.length();
        }
        if (track.doneEvent != Track::notDone)
            metrics.turnaround = trace.timeAt(track.doneEvent) - trace.timeAt(track.createEvent);
        all.push_back(metrics);
    }
    return all;
}

}  // namespace coroscope
