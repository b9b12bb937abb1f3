// SPDX-License-Identifier: MIT
#include "core/analysis/metrics.h"

namespace coroscope {
namespace {

bool holdsThread(SegmentState state)
{
    return state == SegmentState::Running || state == SegmentState::Blocking;
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
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            if (holdsThread(track.segments.stateAt(i)))
                metrics.busy += timeline.segment(track, i).span.length();
        }
        const bool isMain = trace.task(track.task).kind == TaskInfo::Kind::Main;
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

}  // namespace coroscope
