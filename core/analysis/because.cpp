// SPDX-License-Identifier: MIT
#include "core/analysis/because.h"

#include <algorithm>
#include <map>
#include <set>

namespace coroscope {
namespace {

using Kind = BecauseLink::Kind;

bool isRunning(SegmentState state)
{
    return state == SegmentState::Running || state == SegmentState::Blocking;
}

// The one with the most time; ties: the lower id. None if nobody has any.
TaskId longestOf(const std::map<TaskId, Ticks>& times)
{
    TaskId longest;
    Ticks most{};
    for (const auto& [task, time] : times) {
        if (time > most) {
            most = time;
            longest = task;
        }
    }
    return longest;
}

class Chain {
public:
    Chain(const Timeline& timeline, const MomentIndex& moments)
        : m_timeline(timeline), m_trace(timeline.trace()), m_moments(moments)
    {}

    std::vector<BecauseLink> explain(SegmentRef first)
    {
        TimeSpan span = segmentOf(m_timeline, first).span;
        std::optional<SegmentRef> next = first;
        while (next && m_seen.insert(TaskId{next->track}).second) {
            const std::optional<BecauseLink> link = linkOf(*next, span);
            if (!link)
                break;
            m_links.push_back(*link);
            const TimeSpan own = segmentOf(m_timeline, *next).span;
            span = {std::max(span.begin, own.begin), std::min(span.end, own.end)};
            next = link->by.isValid() ? longestOfTask(link->by, span) : std::nullopt;
        }
        return m_links;
    }

private:
    std::optional<BecauseLink> linkOf(SegmentRef ref, TimeSpan span) const
    {
        const Segment segment = segmentOf(m_timeline, ref);
        BecauseLink link;
        link.segment = ref;
        link.task = {ref.track};
        link.length = overlapOf(segment.span, span);
        link.event = segment.beginEvent;
        link.isOpen = segment.endEvent == m_trace.size();
        switch (segment.state) {
        case SegmentState::Suspended: describeWait(segment, link); break;
        case SegmentState::Ready:
            link.kind = Kind::WaitedReady;
            link.why = m_trace.at(segment.beginEvent).word;
            link.by = whoHeldLoop(segment, link.task);
            break;
        case SegmentState::Waiting:
            link.kind = Kind::NotCalled;
            link.by = whoHeldLoop(segment, link.task);
            break;
        case SegmentState::Running: link.kind = Kind::Ran; break;
        case SegmentState::Blocking:
            link.kind = Kind::Blocked;
            link.why = m_trace.at(segment.beginEvent).word;
            link.site = m_trace.blockSite(m_trace.at(segment.beginEvent));
            break;
        default: return std::nullopt;
        }
        return link;
    }

    void describeWait(const Segment& segment, BecauseLink& link) const
    {
        const Event suspend = m_trace.at(segment.beginEvent);
        const Wait& wait = m_trace.wait(suspend);
        link.why = suspend.word;
        link.object = wait.object;
        link.site = wait.site;
        const bool hasEnded = !link.isOpen;
        const Event end = hasEnded ? m_trace.at(segment.endEvent) : Event();
        const TaskId waker = end.kind == EventKind::Ready ? m_trace.wokenBy(end) : TaskId();
        const bool byTimer = hasEnded && end.kind == EventKind::Ready && !waker.isValid() &&
                             wait.until != Wait::noDeadline && wait.until <= end.time;
        if (byTimer || suspend.word == Word::Sleep) {
            link.kind = Kind::Slept;
            if (end.word == Word::Cancel)
                link.by = waker;
        } else if (wait.object.isValid()) {
            link.kind = Kind::WaitedFor;
            link.by = suspend.word == Word::Lock || link.isOpen
                          ? longestHolder(segment, wait.object)
                          : waker;
            if (!link.by.isValid())
                link.by = waker;
        } else {
            const auto awaited = m_trace.awaited(wait);
            link.kind = awaited.empty() && !waker.isValid() ? Kind::Awaited : Kind::AwaitedTask;
            link.by = hasEnded || awaited.empty() ? waker : firstUnfinished(awaited);
        }
    }

    // Of a wait that never ends: whom it waits for in vain.
    [[nodiscard]] TaskId firstUnfinished(std::span<const TaskId> tasks) const
    {
        for (const TaskId task : tasks) {
            if (m_timeline.tracks()[task.value].doneEvent == Track::notDone)
                return task;
        }
        return {};
    }

    [[nodiscard]] TaskId longestHolder(const Segment& segment, ObjectId object) const
    {
        std::map<TaskId, Ticks> since;
        std::map<TaskId, Ticks> held;
        for (const Moment::Object& known : m_moments.at(segment.beginEvent + 1).objects) {
            if (known.object != object)
                continue;
            for (const TaskId holder : known.use.holders)
                since.emplace(holder, segment.span.begin);
        }
        if (segment.endEvent == m_trace.size() && !since.empty() &&
            segment.span.length() == Ticks{})
            return since.begin()->first;  // the time of a deadlock stands still
        for (std::uint32_t i = segment.beginEvent; i < segment.endEvent; ++i) {
            const Event event = m_trace.at(i);
            if (event.kind != EventKind::Use || m_trace.use(event).object != object)
                continue;
            if (event.word == Word::Acquire) {
                since.emplace(event.task, event.time);
            } else if (const auto holder = since.find(event.task);
                       event.word == Word::Release && holder != since.end()) {
                held[event.task] += event.time - holder->second;
                since.erase(holder);
            }
        }
        for (const auto& [task, time] : since)
            held[task] += segment.span.end - time;
        return longestOf(held);
    }

    // The row that ran longest on the loop's thread while `segment` lasted.
    [[nodiscard]] TaskId whoHeldLoop(const Segment& segment, TaskId self) const
    {
        std::map<TaskId, Ticks> times;
        for (const TaskId task : rowsSeenIn(segment)) {
            if (task == self || isBesideLoop(task) != isBesideLoop(self))
                continue;
            const Track& track = m_timeline.tracks()[task.value];
            for (std::size_t i = track.segments.firstEndingAfter(segment.span.begin);
                 i < track.segments.size(); ++i) {
                const Segment other = m_timeline.segment(track, i);
                if (other.span.begin >= segment.span.end)
                    break;
                const bool counts =
                    isRunning(other.state) || (segment.state == SegmentState::Waiting &&
                                               other.state == SegmentState::Suspended);
                if (counts)
                    times[task] += overlapOf(other.span, segment.span);
            }
        }
        return longestOf(times);
    }

    // Whose events lie within the segment, or end what began before it.
    [[nodiscard]] std::set<TaskId> rowsSeenIn(const Segment& segment) const
    {
        std::set<TaskId> rows;
        const std::size_t end = std::min<std::size_t>(segment.endEvent + 1, m_trace.size());
        for (std::size_t i = segment.beginEvent; i < end; ++i) {
            const Event event = m_trace.at(i);
            if (event.task.isValid())
                rows.insert(event.task);
        }
        return rows;
    }

    [[nodiscard]] bool isBesideLoop(TaskId task) const
    {
        const TaskInfo::Kind kind = m_trace.task(task).kind;
        return kind == TaskInfo::Kind::Job || kind == TaskInfo::Kind::Thread;
    }

    // What a task did for the longest part of `span`: in its own row or in those of its calls.
    [[nodiscard]] std::optional<SegmentRef> longestOfTask(TaskId task, TimeSpan span) const
    {
        if (span.length() == Ticks{})
            return segmentAfter(m_timeline, task, m_trace.upperBound(span.end) - 1);
        std::optional<SegmentRef> longest = longestIn(m_timeline, task, span);
        for (const Track& track : m_timeline.tracks()) {
            const TaskInfo& info = m_trace.task(track.task);
            if (info.kind != TaskInfo::Kind::Call || info.parent != task)
                continue;
            const std::optional<SegmentRef> inCall = longestIn(m_timeline, track.task, span);
            if (inCall && (!longest || lengthIn(*inCall, span) > lengthIn(*longest, span)))
                longest = inCall;
        }
        return longest;
    }

    [[nodiscard]] Ticks lengthIn(SegmentRef ref, TimeSpan span) const
    {
        return overlapOf(segmentOf(m_timeline, ref).span, span);
    }

    const Timeline& m_timeline;
    const Trace& m_trace;
    const MomentIndex& m_moments;
    std::set<TaskId> m_seen;
    std::vector<BecauseLink> m_links;
};

// Who made whom ready by this event; nothing if that is not what it did.
std::optional<WakeUp> wakeUpBy(const Trace& trace, const Event& event, std::uint32_t index)
{
    if (event.kind == EventKind::Ready && event.word != Word::Created)
        return WakeUp{event.task, trace.wokenBy(event), event.word, index};
    if (event.kind == EventKind::Create && trace.task(event.task).kind != TaskInfo::Kind::Call)
        return WakeUp{event.task, trace.task(event.task).parent, Word::Created, index};
    return std::nullopt;
}

std::optional<SegmentRef> notDone(const Timeline& timeline, std::optional<SegmentRef> ref)
{
    if (ref && segmentOf(timeline, *ref).state == SegmentState::Done && ref->segment > 0)
        --ref->segment;  // what it did until then
    return ref;
}

}  // namespace

std::vector<BecauseLink> because(const Timeline& timeline, const MomentIndex& moments,
                                 SegmentRef segment)
{
    return Chain(timeline, moments).explain(segment);
}

std::vector<WakeUp> wakeUps(const Trace& trace, std::size_t first, std::size_t last, TaskId task)
{
    std::vector<WakeUp> found;
    for (std::size_t i = first; i < last; ++i) {
        const auto wakeUp = wakeUpBy(trace, trace.at(i), static_cast<std::uint32_t>(i));
        if (wakeUp && (!task.isValid() || wakeUp->task == task || wakeUp->by == task))
            found.push_back(*wakeUp);
    }
    return found;
}

std::optional<SegmentRef> causeOf(const Timeline& timeline, SegmentRef ref)
{
    const std::uint32_t event = segmentOf(timeline, ref).beginEvent;
    const Trace& trace = timeline.trace();
    const auto wakeUp = wakeUpBy(trace, trace.at(event), event);
    if (wakeUp && wakeUp->by.isValid() && wakeUp->by != wakeUp->task)
        return notDone(timeline, segmentAfter(timeline, wakeUp->by, event));
    if (ref.segment > 0)
        return SegmentRef{ref.track, ref.segment - 1};
    const TaskId parent = trace.task({ref.track}).parent;
    return parent.isValid() ? notDone(timeline, segmentAfter(timeline, parent, event))
                            : std::nullopt;
}

std::optional<SegmentRef> effectOf(const Timeline& timeline, SegmentRef ref)
{
    const Segment segment = segmentOf(timeline, ref);
    const Trace& trace = timeline.trace();
    TaskId owner{ref.track};
    while (trace.task(owner).kind == TaskInfo::Kind::Call && trace.task(owner).parent.isValid())
        owner = trace.task(owner).parent;
    // What callbacks do for it after its step, before anybody else gets control, is its doing too.
    for (std::size_t i = segment.beginEvent + 1; isRunning(segment.state) && i < trace.size();
         ++i) {
        const Event event = trace.at(i);
        if (i > segment.endEvent && event.kind == EventKind::Resume)
            break;
        const auto wakeUp = wakeUpBy(trace, event, static_cast<std::uint32_t>(i));
        if (wakeUp && wakeUp->by == owner && wakeUp->task != owner)
            return segmentAfter(timeline, wakeUp->task, i);
    }
    const Track& track = timeline.tracks()[ref.track];
    return ref.segment + 1 < track.segments.size()
               ? std::optional(SegmentRef{ref.track, ref.segment + 1})
               : std::nullopt;
}

}  // namespace coroscope
