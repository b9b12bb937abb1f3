// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/run_facts.h"

#include <algorithm>

namespace coroscope {
namespace {

bool isWaitForTheWorld(Word why)
{
    return why == Word::Sleep || why == Word::Io || why == Word::Executor;
}

bool doOverlap(std::vector<TimeSpan>& spans)
{
    std::ranges::sort(spans, {}, &TimeSpan::begin);
    return std::ranges::adjacent_find(spans, [](const TimeSpan& left, const TimeSpan& right) {
               return right.begin < left.end;
           }) != spans.end();
}

Word howItEnded(const Trace& trace)
{
    if (trace.size() == 0)
        return Word::Interrupted;
    const Event last = trace.at(trace.size() - 1);
    return last.kind == EventKind::End ? last.word : Word::Interrupted;
}

}  // namespace

const RunFacts::Sleeper* RunFacts::longest() const
{
    const auto found = std::ranges::max_element(sleepers, {}, &Sleeper::waited);
    return found == sleepers.end() ? nullptr : &*found;
}

RunFacts factsOf(const Timeline& timeline)
{
    RunFacts facts;
    facts.how = howItEnded(timeline.trace());
    std::vector<TimeSpan> waits;
    for (const Track& track : timeline.tracks()) {
        RunFacts::Sleeper sleeper{track.task};
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            const Segment segment = timeline.segment(track, i);
            if (segment.state == SegmentState::Blocking)
                facts.blocked += segment.span.length();
            if (segment.state != SegmentState::Suspended || segment.span.length() == Ticks{0} ||
                !isWaitForTheWorld(timeline.trace().at(segment.beginEvent).word))
                continue;
            waits.push_back(segment.span);
            sleeper.waited += segment.span.length();
            ++sleeper.waits;
        }
        if (sleeper.waits > 0)
            facts.sleepers.push_back(sleeper);
    }
    facts.doWaitsOverlap = doOverlap(waits);
    return facts;
}

}  // namespace coroscope
