// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <string_view>

#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {
namespace {

bool isPartOfName(char c)
{
    return c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

// Whether `value` stands among the arguments of "f('A', 10)", not as part of a longer word.
bool hasArgument(std::string_view label, std::string_view value)
{
    std::size_t at = label.find('(');
    while (at != std::string_view::npos) {
        at = label.find(value, at + 1);
        if (at == std::string_view::npos)
            return false;
        const std::size_t end = at + value.size();
        if (!isPartOfName(label[at - 1]) && (end == label.size() || !isPartOfName(label[end])))
            return true;
    }
    return false;
}

// Whether `later` was called with what `earlier` returned, and could not have known before.
bool dependsOn(const Facts& facts, TaskId later, TaskId earlier)
{
    const std::string& result = facts.trace.outcome(facts.trace.at(facts.life(earlier).done)).text;
    if (result.empty() || result == "None" || result == "True" || result == "False")
        return false;
    return hasArgument(facts.trace.task(later).label, result) &&
           !hasArgument(facts.trace.task(earlier).label, result);
}

// One of the things that were awaited.
struct Part {
    TaskId task;
    std::uint32_t begin = 0;  // event
};

Ticks runningTime(const Timeline& timeline, TaskId task)
{
    const Track& track = timeline.tracks()[task.value];
    Ticks running{};
    for (std::size_t i = 0; i < track.segments.size(); ++i) {
        const Segment segment = timeline.segment(track, i);
        if (segment.state == SegmentState::Running || segment.state == SegmentState::Blocking)
            running += segment.span.length();
    }
    return running;
}

// Chains of awaits, each followed at once by the next.
class Chains {
public:
    Chains(const Facts& facts, std::vector<Finding>& findings)
        : m_facts(facts), m_findings(findings)
    {}

    void take(const Event& event, std::uint32_t index)
    {
        if (!event.task.isValid())
            return;
        const TaskInfo& info = m_facts.trace.task(event.task);
        const bool isCall = info.kind == TaskInfo::Kind::Call;
        switch (event.kind) {
        case EventKind::Create:
            if (info.kind == TaskInfo::Kind::Task && info.parent.isValid())
                m_awaiters[info.parent].made.push_back({event.task, index});
            break;
        case EventKind::Resume:
            if (isCall)
                append(info.parent, {event.task, index});
            else
                m_awaiters[event.task].made.clear();
            break;
        case EventKind::Suspend: suspend(event); break;
        default: break;
        }
    }

    void finish()
    {
        for (auto& [task, awaiter] : m_awaiters)
            close(task, awaiter);
    }

private:
    struct Awaiter {
        std::vector<Part> chain;
        std::vector<Part> made;  // tasks that it created in this step
    };

    // A task that is made and awaited in the same step, and nothing else, goes on with a chain.
    void suspend(const Event& event)
    {
        Awaiter& awaiter = m_awaiters[event.task];
        if (!awaiter.chain.empty() &&
            m_facts.trace.task(awaiter.chain.back().task).kind == TaskInfo::Kind::Call)
            return;  // within the call
        const auto awaited = m_facts.trace.awaited(m_facts.trace.wait(event));
        const bool isNext = event.word == Word::Task && awaited.size() == 1 &&
                            awaiter.made.size() == 1 && awaiter.made[0].task == awaited[0];
        if (isNext)
            append(event.task, awaiter.made[0]);
        else
            close(event.task, awaiter);
    }

    void append(TaskId task, Part part)
    {
        if (!task.isValid())
            return;
        Awaiter& awaiter = m_awaiters[task];
        const bool isOver = !awaiter.chain.empty() && !canFollow(awaiter.chain, part);
        if (isOver)
            close(task, awaiter);
        awaiter.chain.push_back(part);
    }

    [[nodiscard]] bool canFollow(const std::vector<Part>& chain, const Part& next) const
    {
        return std::ranges::all_of(chain, [&](const Part& earlier) {
            const std::uint32_t done = m_facts.life(earlier.task).done;
            return done < next.begin && m_facts.trace.at(done).word == Word::Returned &&
                   !dependsOn(m_facts, next.task, earlier.task);
        });
    }

    void close(TaskId task, Awaiter& awaiter)
    {
        std::vector<Part> chain;
        std::swap(chain, awaiter.chain);
        if (!chain.empty() && m_facts.life(chain.back().task).done == Event::none)
            chain.pop_back();
        if (chain.size() < 2)
            return;
        Finding finding;
        finding.kind = Finding::Kind::SequentialAwaits;
        finding.event = chain[1].begin;
        finding.task = task;
        finding.site = m_facts.trace.task(chain[1].task).site;
        // Side by side they take as long as the longest, or as the one thread needs for them all.
        Ticks longest{};
        Ticks running{};
        for (const Part& part : chain) {
            const Ticks length = m_facts.trace.timeAt(m_facts.life(part.task).done) -
                                 m_facts.trace.timeAt(part.begin);
            finding.tasks.push_back(part.task);
            finding.cost += length;
            longest = std::max(longest, length);
            running += runningTime(m_facts.timeline, part.task);
        }
        finding.count = static_cast<std::uint32_t>(chain.size());
        finding.gain = finding.cost - std::max(longest, running);
        if (*finding.gain > Ticks{})
            m_findings.push_back(std::move(finding));
    }

    const Facts& m_facts;
    std::vector<Finding>& m_findings;
    std::map<TaskId, Awaiter> m_awaiters;
};

}  // namespace

void findSequentialAwaits(const Facts& facts, std::vector<Finding>& findings)
{
    if (!facts.hasLoop)
        return;
    Chains chains(facts, findings);
    for (std::uint32_t i = 0; i < facts.trace.size(); ++i)
        chains.take(facts.trace.at(i), i);
    chains.finish();
}

}  // namespace coroscope::analysis
