// SPDX-License-Identifier: MIT
#include "core/analysis/critical_path.h"

#include <algorithm>

#include "core/analysis/steps.h"

namespace coroscope {
namespace {

using analysis::Step;
using analysis::Steps;

// Follows the path from the end to the start.
class Walk {
public:
    explicit Walk(const Timeline& timeline)
        : m_timeline(timeline), m_trace(timeline.trace()), m_steps(timeline), m_time(timeline.end())
    {
        indexSegments();
        indexSteps();
    }

    // Latest first.
    std::vector<PathPiece> run()
    {
        std::uint32_t step = lastStep();
        std::uint32_t until = static_cast<std::uint32_t>(m_trace.size());
        if (step != Event::none && endTime(step) < m_time)
            add(std::nullopt, endTime(step));
        while (step != Event::none) {
            addStep(m_steps.all()[step], until);
            const Origin origin = originOf(step);
            until = origin.until;
            step = origin.step;
        }
        if (m_time > Ticks{} || m_pieces.empty())
            add(std::nullopt, Ticks{});
        return std::move(m_pieces);
    }

private:
    // Where the path goes on: what this step did before event number `until`.
    struct Origin {
        std::uint32_t step = Event::none;
        std::uint32_t until = 0;
    };

    // What each event began that is drawn, if it is a state of somebody alive.
    void indexSegments()
    {
        m_begun.resize(m_trace.size());
        for (const Track& track : m_timeline.tracks()) {
            for (std::uint32_t i = 0; i < track.segments.size(); ++i) {
                const SegmentState state = track.segments.stateAt(i);
                if (state != SegmentState::Done && state != SegmentState::InCall &&
                    state != SegmentState::Waiting)
                    m_begun[track.segments.eventAt(i)] = SegmentRef{track.task.value, i};
            }
        }
    }

    // The step that had the loop's thread before each.
    void indexSteps()
    {
        std::uint32_t last = Event::none;
        for (std::uint32_t i = 0; i < m_steps.all().size(); ++i) {
            m_before.push_back(last);
            if (m_steps.isBesideLoop(m_steps.all()[i].task))
                continue;
            last = i;
            m_loopSteps.push_back(i);
        }
    }

    [[nodiscard]] Ticks endTime(std::uint32_t step) const
    {
        const std::uint32_t end = m_steps.all()[step].end;
        return end == Event::none ? m_timeline.end() : m_trace.timeAt(end);
    }

    // The step that ended the program: main's last, or if the program outlived it the last of all.
    [[nodiscard]] std::uint32_t lastStep() const
    {
        std::uint32_t last = Event::none;
        for (std::uint32_t i = 0; i < m_steps.all().size(); ++i) {
            const Step& step = m_steps.all()[i];
            const bool isMainsLast =
                m_trace.task(step.task).kind == TaskInfo::Kind::Main && step.end != Event::none &&
                m_trace.at(step.end).kind == EventKind::Done && endTime(i) == m_timeline.end();
            if (isMainsLast)
                return i;
            if (last == Event::none || step.end >= m_steps.all()[last].end)
                last = i;
        }
        return last;
    }

    void add(std::optional<SegmentRef> segment, Ticks from)
    {
        m_pieces.push_back({segment, {from, m_time}});
        m_time = from;
    }

    // What the task's rows did in this step before event `until`, latest first.
    void addStep(const Step& step, std::uint32_t until)
    {
        const std::uint32_t end =
            std::min({until, step.end, static_cast<std::uint32_t>(m_trace.size())});
        for (std::uint32_t i = end; i-- > step.begin;) {
            const std::optional<SegmentRef>& segment = m_begun[i];
            if (!segment || m_steps.ownerOf({segment->track}) != step.task)
                continue;
            const SegmentState state = segmentOf(m_timeline, *segment).state;
            if (state == SegmentState::Running || state == SegmentState::Blocking)
                add(segment, m_trace.timeAt(i));
        }
        if (m_time > m_trace.timeAt(step.begin))
            add(std::nullopt, m_trace.timeAt(step.begin));
    }

    Origin originOf(std::uint32_t index)
    {
        const Step& step = m_steps.all()[index];
        if (step.wake == Event::none)
            return {};
        if (m_steps.isBesideLoop(step.task)) {
            if (const auto worker = freedWorkerFor(step))
                return *worker;
        } else if (const std::uint32_t before = m_before[index]; before != Event::none) {
            const Ticks freed = endTime(before);
            if (freed > step.wakeTime && freed <= m_time) {
                addWait(step.wake, freed);
                return {before, static_cast<std::uint32_t>(m_trace.size())};
            }
        }
        addWait(step.wake, step.wakeTime);
        if (step.by.isValid() && step.by != step.task) {
            const std::uint32_t by = lastToDecide(step);
            if (by != Event::none) {
                if (step.suspend != Event::none)
                    addWait(step.suspend, endTime(by));
                return {by, step.wake};
            }
        }
        if (step.suspend != Event::none)
            addWait(step.suspend, m_trace.timeAt(step.suspend));
        return {step.previous, static_cast<std::uint32_t>(m_trace.size())};
    }

    // Who woke this step's task; or if that was done by a callback after the waker's own step,
    // which had to wait for the loop's thread, the step that had it then.
    [[nodiscard]] std::uint32_t lastToDecide(const Step& step) const
    {
        const std::uint32_t waker = m_steps.stepBefore(step.by, step.wake);
        const auto after = std::ranges::partition_point(m_loopSteps, [&](std::uint32_t other) {
            return m_steps.all()[other].begin < step.wake;
        });
        if (waker == Event::none || after == m_loopSteps.begin() || endTime(waker) >= m_time)
            return waker;
        const std::uint32_t holder = *std::prev(after);
        return endTime(holder) > endTime(waker) ? holder : waker;
    }

    // The segment that event number `since` began, from `from` on, if that takes time.
    void addWait(std::uint32_t since, Ticks from)
    {
        if (from < m_time)
            add(m_begun[since], from);
    }

    // The job that ended just before this one began, having left it a worker.
    [[nodiscard]] std::optional<Origin> freedWorkerFor(const Step& step) const
    {
        if (m_trace.at(step.wake).kind != EventKind::Create || step.begin == 0 ||
            step.wakeTime == m_trace.timeAt(step.begin))
            return std::nullopt;
        const Event before = m_trace.at(step.begin - 1);
        if (before.kind != EventKind::Done || before.time != m_time ||
            !m_steps.isBesideLoop(before.task))
            return std::nullopt;
        const std::uint32_t job = m_steps.stepBefore(before.task, step.begin);
        return job == Event::none ? std::nullopt : std::optional(Origin{job, step.begin});
    }

    const Timeline& m_timeline;
    const Trace& m_trace;
    const Steps m_steps;
    Ticks m_time;                                    // the path is known from here to the end
    std::vector<std::optional<SegmentRef>> m_begun;  // by event
    std::vector<std::uint32_t> m_before;             // by step
    std::vector<std::uint32_t> m_loopSteps;          // in order
    std::vector<PathPiece> m_pieces;
};

}  // namespace

CriticalPath::CriticalPath(const Timeline& timeline) : m_pieces(Walk(timeline).run())
{
    std::ranges::reverse(m_pieces);
    for (const PathPiece& piece : m_pieces) {
        if (piece.segment)
            m_segments.insert(*piece.segment);
    }
}

}  // namespace coroscope
