// SPDX-License-Identifier: MIT
#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {
namespace {

// Whether this is a request to end the task: by another task, or by the loop at the program's end.
// Time limits cancel as well, from no task, and then the task goes on.
bool meansToEnd(const Facts& facts, std::uint32_t cancel)
{
    const TaskId by = facts.trace.cancel(facts.trace.at(cancel)).by;
    return by.isValid() || cancel > facts.mainDone;
}

// The first event in which a request that was delivered already is followed by another, the task
// having suspended in between; none if that never happened.
std::uint32_t secondCancel(const Facts& facts, TaskId task)
{
    const Facts::Life& life = facts.life(task);
    if (life.cancels.size() < 2 || life.done == Event::none ||
        facts.trace.at(life.done).word != Word::Cancelled)
        return Event::none;
    const Track& track = facts.timeline.tracks()[task.value];
    for (std::size_t i = 1; i < life.cancels.size(); ++i) {
        if (!meansToEnd(facts, life.cancels[i - 1]))
            continue;
        // Suspended, and since after the request: in its clean-up.
        const std::size_t count = track.segments.countBeforeEvent(life.cancels[i]);
        if (count > 0 && track.segments.stateAt(count - 1) == SegmentState::Suspended &&
            track.segments.eventAt(count - 1) > life.cancels[i - 1])
            return life.cancels[i];
    }
    return Event::none;
}

}  // namespace

void findCancelledInCleanUp(const Facts& facts, std::vector<Finding>& findings)
{
    for (std::uint32_t id = 0; id < facts.trace.taskCount(); ++id) {
        const std::uint32_t cancel = secondCancel(facts, {id});
        if (cancel == Event::none)
            continue;
        const std::size_t row = facts.timeline.tracks()[id].segments.countBeforeEvent(cancel) - 1;
        const std::uint32_t suspend = facts.timeline.tracks()[id].segments.eventAt(row);
        Finding finding;
        finding.kind = Finding::Kind::CancelledInCleanUp;
        finding.event = cancel;
        finding.task = {id};
        finding.by = facts.trace.cancel(facts.trace.at(cancel)).by;
        finding.site = facts.trace.wait(facts.trace.at(suspend)).site;
        findings.push_back(std::move(finding));
    }
}

}  // namespace coroscope::analysis
