// SPDX-License-Identifier: MIT
#include "core/analysis/findings.h"

#include <algorithm>
#include <array>

#include "core/base/time_text.h"

namespace coroscope {
namespace {

using Findings = std::vector<Finding>;

// How the program ended; a Mark while it has not.
Event endOf(const Trace& trace)
{
    const Event last = trace.size() > 0 ? trace.at(trace.size() - 1) : Event();
    return last.kind == EventKind::End ? last : Event();
}

void findDeadlock(const Timeline& timeline, Findings& findings)
{
    const Trace& trace = timeline.trace();
    if (endOf(trace).word == Word::Deadlock) {
        findings.push_back({Finding::Kind::Deadlock, static_cast<std::uint32_t>(trace.size() - 1),
                            Ticks{}, "deadlock"});
    }
}

void findException(const Timeline& timeline, Findings& findings)
{
    const Trace& trace = timeline.trace();
    const Event end = endOf(trace);
    if (end.word != Word::Raised && end.word != Word::Interrupted)
        return;
    const Outcome& outcome = trace.outcome(end);
    const std::string what = outcome.error.empty() ? std::string(wordOf(end.word)) : outcome.error;
    findings.push_back({Finding::Kind::Exception, static_cast<std::uint32_t>(trace.size() - 1),
                        Ticks{}, what + (outcome.text.empty() ? "" : ": " + outcome.text)});
}

bool hasLoop(const Trace& trace)
{
    for (std::size_t row = 0; row < trace.size(); ++row) {
        if (trace.at(row).kind == EventKind::Turn)
            return true;
    }
    return false;
}

// Whether the row could have run during `held`: it was ready, or its timer went off.
bool isHeldUp(const Timeline& timeline, const Track& track, TimeSpan held)
{
    const Trace& trace = timeline.trace();
    for (std::size_t i = track.segments.firstEndingAfter(held.begin); i < track.segments.size();
         ++i) {
        const Segment segment = timeline.segment(track, i);
        if (segment.span.begin >= held.end)
            return false;
        const bool overlaps = segment.span.end > held.begin && segment.span.length() > Ticks{};
        if (overlaps && segment.state == SegmentState::Ready)
            return true;
        if (overlaps && segment.state == SegmentState::Suspended) {
            const Ticks until = trace.wait(trace.at(segment.beginEvent)).until;
            if (until != Wait::noDeadline && until < held.end && until >= held.begin)
                return true;
        }
    }
    return false;
}

std::string list(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
    return text;
}

// Jobs of an executor block threads of their own.
bool runsInLoop(const Trace& trace, const Track& track)
{
    const TaskInfo::Kind kind = trace.task(track.task).kind;
    return kind != TaskInfo::Kind::Job && kind != TaskInfo::Kind::Thread;
}

std::vector<std::string> heldUpBy(const Timeline& timeline, const Track& blocker, TimeSpan held,
                                  const std::vector<std::string>& names)
{
    std::vector<std::string> heldUp;
    for (const Track& other : timeline.tracks()) {
        const bool couldRun = other.task != blocker.task && runsInLoop(timeline.trace(), other);
        if (couldRun && isHeldUp(timeline, other, held))
            heldUp.push_back(names[other.task.value]);
    }
    return heldUp;
}

void findBlockingCalls(const Timeline& timeline, Findings& findings)
{
    const Trace& trace = timeline.trace();
    if (!hasLoop(trace))
        return;
    const std::vector<std::string> names = rowNames(trace);
    for (const Track& track : timeline.tracks()) {
        if (!runsInLoop(trace, track))
            continue;
        for (std::size_t i = 0; i < track.segments.size(); ++i) {
            const Segment segment = timeline.segment(track, i);
            if (segment.state != SegmentState::Blocking || segment.span.length() == Ticks{})
                continue;
            const std::vector<std::string> heldUp = heldUpBy(timeline, track, segment.span, names);
            if (heldUp.empty())
                continue;
            const Ticks length = segment.span.length();
            findings.push_back({Finding::Kind::BlockingCall, segment.beginEvent, length,
                                names[track.task.value] + " blocks the loop for " +
                                    timeText(length).joined() + " and holds up " + list(heldUp)});
        }
    }
}

// One entry for each kind of finding.
constexpr std::array<void (*)(const Timeline&, Findings&), 3> finders{findDeadlock, findException,
                                                                      findBlockingCalls};

}  // namespace

std::vector<Finding> findingsOf(const Timeline& timeline)
{
    Findings findings;
    for (const auto find : finders)
        find(timeline, findings);
    std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.cost > b.cost;
    });
    return findings;
}

}  // namespace coroscope
