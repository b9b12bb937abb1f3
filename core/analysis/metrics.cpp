// SPDX-License-Identifier: MIT
#include "core/analysis/metrics.h"

#include <algorithm>

namespace coroscope {
namespace {

// Where the time of a segment in this state goes; null where it goes nowhere.
Ticks* shareOf(TaskMetrics& metrics, SegmentState state)
{
    switch (state) {
    case SegmentState::Waiting: return &metrics.waiting;
    case SegmentState::Ready: return &metrics.ready;
    case SegmentState::Running: return &metrics.running;
    case SegmentState::Blocking: return &metrics.blocking;
    case SegmentState::Suspended: return &metrics.suspended;
    case SegmentState::InCall: return &metrics.inCall;
    default: return nullptr;
    }
}

TaskMetrics metricsOfTrack(const Timeline& timeline, const Track& track)
{
    TaskMetrics metrics;
    metrics.task = track.task;
    metrics.isDone = track.doneEvent != Track::notDone;
    for (std::size_t i = 0; i < track.segments.size(); ++i) {
        const Segment segment = timeline.segment(track, i);
        if (Ticks* const share = shareOf(metrics, segment.state)) {
            *share += segment.span.length();
            metrics.turnaround += segment.span.length();
        }
        const bool isResumed =
            segment.state == SegmentState::Ready && i + 1 < track.segments.size();
        if (!isResumed)
            continue;
        ++metrics.resumes;
        metrics.worstLatency = std::max(metrics.worstLatency, segment.span.length());
        metrics.meanLatency += segment.span.length();
    }
    if (metrics.resumes > 0)
        metrics.meanLatency /= metrics.resumes;
    return metrics;
}

}  // namespace

double Metrics::busyShare() const
{
    return total == Ticks{}
               ? 0
               : static_cast<double>(busy.count()) / static_cast<double>(total.count());
}

Metrics metricsOf(const Timeline& timeline)
{
    const Trace& trace = timeline.trace();
    Metrics metrics;
    metrics.total = timeline.end();
    Ticks turnarounds{};
    for (const Track& track : timeline.tracks()) {
        const TaskInfo::Kind kind = trace.task(track.task).kind;
        const bool isLoops = kind != TaskInfo::Kind::Job && kind != TaskInfo::Kind::Thread;
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            if (isLoops && track.segments.stateAt(i) == SegmentState::Running)
                metrics.busy += timeline.segment(track, i).span.length();
        }
        const bool isMain = kind == TaskInfo::Kind::Main;
        const bool counts = !isMain || timeline.tracks().size() == 1;
        if (!counts || track.doneEvent == Track::notDone)
            continue;
        turnarounds += trace.timeAt(track.doneEvent) - trace.timeAt(track.createEvent);
        ++metrics.finished;
    }
    if (metrics.finished > 0)
        metrics.meanTurnaround = turnarounds / metrics.finished;
    return metrics;
}

std::vector<TaskMetrics> taskMetricsOf(const Timeline& timeline)
{
    std::vector<TaskMetrics> metrics;
    for (const Track& track : timeline.tracks())
        metrics.push_back(metricsOfTrack(timeline, track));
    return metrics;
}

}  // namespace coroscope
