// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {
namespace {

// asyncio's own limit for callbacks that it calls slow (loop.slow_callback_duration). Somebody must
// have been held up for longer than that.
constexpr Ticks slow = std::chrono::milliseconds(100);

// This many pauses or computations in one step are a loop that never gives way.
constexpr std::uint32_t manyHolds = 3;

// Who could have run since when, event by event: in the ready queue, or with a timer that is due.
class Runnable {
public:
    explicit Runnable(const Facts& facts) : m_facts(facts) {}

    void take(const Event& event)
    {
        if (!event.task.isValid() || m_facts.isJob(event.task) ||
            m_facts.trace.task(event.task).kind == TaskInfo::Kind::Call)
            return;
        switch (event.kind) {
        case EventKind::Create:
        case EventKind::Ready: {
            // From when its timer was due, though the loop saw it only now.
            const Ticks due = dropTimer(event.task);
            m_ready.emplace(event.task, std::min(due, event.time));
            break;
        }
        case EventKind::Suspend:
            if (event.word == Word::Yield)
                m_ready.emplace(event.task, event.time);
            else
                addTimer(event);
            break;
        case EventKind::Resume:
        case EventKind::Done:
            dropTimer(event.task);
            m_ready.erase(event.task);
            break;
        default: break;
        }
    }

    // How long each could not run because of what held the loop in `span`.
    [[nodiscard]] std::vector<Finding::Affected> heldUpIn(TimeSpan span) const
    {
        std::vector<Finding::Affected> heldUp;
        for (const auto& [task, since] : m_ready) {
            if (since < span.end)
                heldUp.push_back({task, span.end - std::max(span.begin, since)});
        }
        for (const auto& [due, task] : m_timers) {
            if (due >= span.end)
                break;
            heldUp.push_back({task, span.end - std::max(span.begin, due)});
        }
        return heldUp;
    }

private:
    void addTimer(const Event& suspend)
    {
        const Ticks until = m_facts.trace.wait(suspend).until;
        if (until == Wait::noDeadline)
            return;
        m_timers.emplace(until, suspend.task);
        m_due[suspend.task] = until;
    }

    Ticks dropTimer(TaskId task)
    {
        const auto due = m_due.find(task);
        if (due == m_due.end())
            return Ticks::max();
        const Ticks time = due->second;
        m_timers.erase({time, task});
        m_due.erase(due);
        return time;
    }

    const Facts& m_facts;
    std::map<TaskId, Ticks> m_ready;
    std::set<std::pair<Ticks, TaskId>> m_timers;
    std::map<TaskId, Ticks> m_due;
};

using Delays = std::map<TaskId, Ticks>;

std::vector<Finding::Affected> longestFirst(const Delays& delays)
{
    std::vector<Finding::Affected> affected;
    for (const auto& [task, delay] : delays)
        affected.push_back({task, delay});
    std::ranges::stable_sort(affected, std::greater(), &Finding::Affected::delay);
    return affected;
}

// What one step of a task did between two await points.
struct Step {
    std::uint32_t event = Event::none;  // its Resume
    TaskId row;                         // that held the loop last
    SiteId site;
    Ticks begin{};
    Ticks computing{};
    std::uint32_t holds = 0;
    std::uint32_t firstWork = Event::none;
    Delays delays;
};

// Goes through the trace once and collects what held the loop while others could have run.
class Sweep {
public:
    explicit Sweep(const Facts& facts) : m_facts(facts), m_runnable(facts) {}

    void run(std::vector<Finding>& findings)
    {
        const Trace& trace = m_facts.trace;
        for (std::uint32_t i = 0; i < trace.size(); ++i) {
            const Event event = trace.at(i);
            if (event.task.isValid() && !m_facts.isJob(event.task))
                take(event, i);
            m_runnable.take(event);
        }
        for (auto& [place, finding] : m_blocking)
            add(finding, findings);
        for (auto& [row, finding] : m_steps)
            add(finding, findings);
    }

private:
    struct Collected {
        Finding finding;
        Delays delays;
    };

    void take(const Event& event, std::uint32_t index)
    {
        if (event.kind == EventKind::Suspend && event.word == Word::Io)
            m_outside.insert(event.task);
        else if (event.kind == EventKind::Ready || event.kind == EventKind::Resume)
            m_outside.erase(event.task);
        switch (event.kind) {
        case EventKind::Resume:
            if (m_facts.trace.task(event.task).kind == TaskInfo::Kind::Call)
                break;
            m_step = {};
            m_step.event = index;
            m_step.begin = event.time;
            m_step.row = event.task;
            break;
        case EventKind::Block: m_block = {event, index}; break;
        case EventKind::Unblock: unblock(event); break;
        case EventKind::Suspend: endStep(event); break;
        case EventKind::Done:
            if (m_facts.trace.task(event.task).kind != TaskInfo::Kind::Call)
                endStep(event);
            break;
        default: break;
        }
    }

    void unblock(const Event& event)
    {
        const TimeSpan span{m_block.event.time, event.time};
        if (m_block.event.task != event.task || span.length() <= Ticks{})
            return;
        const std::vector<Finding::Affected> heldUp = m_runnable.heldUpIn(span);
        for (const Finding::Affected& other : heldUp)
            m_step.delays[other.task] += other.delay;
        ++m_step.holds;
        m_step.row = event.task;
        if (m_block.event.word == Word::Work) {
            m_step.computing += span.length();
            m_step.firstWork = std::min(m_step.firstWork, m_block.index);
            m_step.site = m_facts.trace.blockSite(m_block.event);
        } else if (!heldUp.empty() || (!m_outside.empty() && span.length() >= slow)) {
            m_pending.push_back({m_block.event, m_block.index, span.length(), heldUp});
        }
    }

    void endStep(const Event& event)
    {
        if (m_step.event == Event::none)
            return;
        const Ticks longest = longestDelay(m_step.delays);
        if (m_step.holds >= manyHolds && longest > slow) {
            report(Finding::Kind::Starvation, m_step.event, event.time - m_step.begin,
                   m_step.holds);
        } else {
            for (const Pending& pending : m_pending)
                reportBlocking(pending);
            // What a recorder saw of a step is only that it ran; a simulated one says `work`.
            const Ticks ran = event.time - m_step.begin;
            const bool isMeasured = m_step.holds == 0 && ran >= slow;
            if (isMeasured) {
                for (const Finding::Affected& other :
                     m_runnable.heldUpIn({m_step.begin, event.time}))
                    m_step.delays[other.task] += other.delay;
            }
            const Ticks computing = isMeasured ? ran : m_step.computing;
            if (computing >= slow && longestDelay(m_step.delays) > slow) {
                report(Finding::Kind::LongStep, isMeasured ? m_step.event : m_step.firstWork,
                       computing, 1);
            }
        }
        m_pending.clear();
        m_step = {};
    }

    static Ticks longestDelay(const Delays& delays)
    {
        Ticks longest{};
        for (const auto& [task, delay] : delays)
            longest = std::max(longest, delay);
        return longest;
    }

    // Of a task that does it again and again the worst is told, and how often.
    void report(Finding::Kind kind, std::uint32_t event, Ticks cost, std::uint32_t count)
    {
        auto [place, isNew] = m_steps.try_emplace({m_step.row, kind});
        Finding& finding = place->second.finding;
        if (kind == Finding::Kind::LongStep)
            finding.count += count;
        if (!isNew && finding.cost >= cost)
            return;
        finding.kind = kind;
        finding.event = event;
        finding.site = m_step.site;
        finding.task = m_step.row;
        finding.cost = cost;
        if (kind == Finding::Kind::Starvation)
            finding.count = count;
        place->second.delays = m_step.delays;
    }

    struct Pending {
        Event block;
        std::uint32_t index = 0;
        Ticks length{};
        std::vector<Finding::Affected> heldUp;
    };

    void reportBlocking(const Pending& pending)
    {
        const SiteId site = m_facts.trace.blockSite(pending.block);
        auto [place, isNew] = m_blocking.try_emplace({pending.block.task, site});
        Finding& finding = place->second.finding;
        if (isNew) {
            finding.kind = Finding::Kind::BlockingCall;
            finding.event = pending.index;
            finding.site = site;
            finding.task = pending.block.task;
        }
        finding.cost += pending.length;
        ++finding.count;
        for (const Finding::Affected& other : pending.heldUp)
            place->second.delays[other.task] += other.delay;
    }

    static void add(Collected& collected, std::vector<Finding>& findings)
    {
        collected.finding.affected = longestFirst(collected.delays);
        findings.push_back(std::move(collected.finding));
    }

    struct Block {
        Event event;
        std::uint32_t index = 0;
    };

    const Facts& m_facts;
    Runnable m_runnable;
    std::set<TaskId> m_outside;  // who wait for input or output: nobody sees whether it has come
    Step m_step;
    Block m_block;
    std::vector<Pending> m_pending;
    std::map<std::pair<TaskId, SiteId>, Collected> m_blocking;
    std::map<std::pair<TaskId, Finding::Kind>, Collected> m_steps;
};

}  // namespace

void findHeldLoop(const Facts& facts, std::vector<Finding>& findings)
{
    if (facts.hasLoop)
        Sweep(facts).run(findings);
}

}  // namespace coroscope::analysis
