// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/loop_lines.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <span>

#include "app/models/event_text.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

struct LoopText {
    Q_DECLARE_TR_FUNCTIONS(coroscope::LoopText)
};

class Writer {
public:
    Writer(const ProgramRun& run, const Moment& moment, Ticks time, bool isAsync)
        : m_run(run), m_trace(run.trace()), m_moment(moment), m_time(time), m_isAsync(isAsync)
    {}

    std::vector<LoopLine> write()
    {
        writeRunning();
        writeReady();
        writeTimers();
        writeWaiting();
        writeJobs();
        writeObjects();
        return std::move(m_lines);
    }

private:
    // The line stays valid until the next one is added.
    LoopLine& add(LoopSection section)
    {
        LoopLine line;
        line.section = section;
        line.isFirst = m_lines.empty() || m_lines.back().section != section;
        m_lines.push_back(std::move(line));
        return m_lines.back();
    }

    [[nodiscard]] bool isFull(LoopSection section) const
    {
        return static_cast<std::size_t>(std::ranges::count(m_lines, section, &LoopLine::section)) >=
               LoopModel::mostLines;
    }

    [[nodiscard]] LoopChip chip(TaskId task) const
    {
        const Track& track = m_run.timeline->tracks()[task.value];
        return {rowName(m_run, task), track.stateAfter(m_moment.eventCount)};
    }

    template <typename Tasks>
    [[nodiscard]] std::vector<LoopChip> chips(const Tasks& tasks) const
    {
        std::vector<LoopChip> list;
        for (const TaskId task : tasks) {
            if (list.size() == LoopModel::mostChips)
                break;
            list.push_back(chip(task));
        }
        return list;
    }

    // In two decimals, in the unit of the whole program.
    [[nodiscard]] QString timeText(Ticks time) const
    {
        return QString::fromStdString(timeTextLike(time, m_run.total()).joined());
    }

    // The segment that a task is in.
    [[nodiscard]] Segment segmentOf(TaskId task) const
    {
        const Track& track = m_run.timeline->tracks()[task.value];
        const std::size_t count = track.segments.countBeforeEvent(m_moment.eventCount);
        return count == 0 ? Segment() : m_run.timeline->segment(track, count - 1);
    }

    // A recording may go on behind its last event.
    [[nodiscard]] bool isOver() const
    {
        return m_trace.size() > 0 && m_moment.eventCount == m_trace.size() &&
               lastEvent().kind == EventKind::End;
    }
    [[nodiscard]] bool isDeadlocked() const
    {
        return isOver() && lastEvent().word == Word::Deadlock;
    }
    [[nodiscard]] Event lastEvent() const { return m_trace.at(m_trace.size() - 1); }

    void writeRunning()
    {
        LoopLine& line = add(LoopSection::Running);
        if (!m_moment.running) {
            line.nothing = whyNobodyRuns();
            return;
        }
        const Moment::Running& running = *m_moment.running;
        line.chips = {chip(running.task)};
        const TaskInfo& info = m_trace.task(running.task);
        line.code = QString::fromStdString(info.label.empty() ? info.name : info.label);
        line.text = whatItDoes(running);
        if (running.blocking == Word::Sleep) {
            // Zero: it was still going on when the recording was read.
            const Ticks length = segmentOf(running.task).span.length();
            line.code = QStringLiteral("time.sleep(%1)")
                            .arg(length > Ticks{} ? QString::fromStdString(secondsText(length))
                                                  : QStringLiteral("\u2026"));
        }
        const SiteId site = m_trace.siteAt(running.task, m_moment.eventCount - 1);
        if (site.isValid() && m_trace.site(site).line > 0)
            line.end = LoopText::tr("line %1").arg(m_trace.site(site).line);
    }

    [[nodiscard]] QString whyNobodyRuns() const
    {
        if (m_moment.eventCount == 0)
            return LoopText::tr("the program has not begun");
        if (isDeadlocked())
            return LoopText::tr("nobody: nothing can ever wake anybody");
        if (isOver())
            return LoopText::tr("the program is over");
        if (!m_moment.ready.empty())
            return LoopText::tr("the loop takes the next one");
        if (!m_moment.timers.empty())
            return LoopText::tr("the loop sleeps until the first timer");
        return LoopText::tr("nobody");
    }

    [[nodiscard]] QString whatItDoes(const Moment::Running& running) const
    {
        switch (running.blocking) {
        case Word::None: break;
        case Word::Work: return LoopText::tr("computes, holds the thread");
        default: return LoopText::tr("holds the thread");
        }
        const Event last = m_trace.at(m_moment.eventCount - 1);
        switch (last.kind) {
        case EventKind::Print: return LoopText::tr("prints");
        case EventKind::Create: return LoopText::tr("creates a task");
        case EventKind::Use:
            return LoopText::tr("uses %1").arg(objectName(m_trace.use(last).object));
        case EventKind::Cancel: return LoopText::tr("cancels a task");
        default: return LoopText::tr("runs");
        }
    }

    [[nodiscard]] QString objectName(ObjectId object) const
    {
        return QString::fromStdString(m_trace.objectName(object));
    }

    void writeReady()
    {
        LoopLine& line = add(LoopSection::Ready);
        std::vector<TaskId> tasks;
        for (const Moment::Ready& ready : m_moment.ready)
            tasks.push_back(ready.task);
        if (!m_moment.notCalled.empty() && tasks.empty()) {
            tasks = m_moment.notCalled;
            line.text = tasks.size() == 1 ? LoopText::tr("waits for its turn")
                                          : LoopText::tr("wait for their turn");
        }
        line.chips = chips(tasks);
        if (line.chips.empty())
            line.nothing = LoopText::tr("empty");
        else if (tasks.size() > line.chips.size())
            line.text = LoopText::tr("and %1 more").arg(tasks.size() - line.chips.size());
    }

    void writeTimers()
    {
        if (m_moment.timers.empty()) {
            add(LoopSection::Timers).nothing =
                m_isAsync ? LoopText::tr("none") : LoopText::tr("none: nothing else can wake up");
            return;
        }
        const Ticks longest = std::max(m_moment.timers.back().deadline - m_time, Ticks{1});
        for (const Moment::Deadline& timer : m_moment.timers) {
            if (isFull(LoopSection::Timers))
                return;
            LoopLine& line = add(LoopSection::Timers);
            const Ticks left = std::max(timer.deadline - m_time, Ticks{0});
            line.chips = {chip(timer.task)};
            line.share = static_cast<double>(left.count()) / static_cast<double>(longest.count());
            line.text = LoopText::tr("in");
            line.value = timeText(left);
            line.end = LoopText::tr("at %1").arg(timeText(timer.deadline));
        }
    }

    void writeWaiting()
    {
        writeCallers();
        for (const Moment::Waiter& waiter : m_moment.waiters) {
            if (waiter.why == Word::Sleep)
                continue;  // stands among the timers
            if (isFull(LoopSection::Waiting))
                return;
            writeWaiter(waiter);
        }
        if (m_lines.back().section != LoopSection::Waiting)
            add(LoopSection::Waiting).nothing = LoopText::tr("nobody");
    }

    // Whose thread is in a call that has a row of its own.
    void writeCallers()
    {
        if (!m_moment.running || m_trace.task(m_moment.running->task).kind != TaskInfo::Kind::Call)
            return;
        const TaskId caller = m_trace.task(m_moment.running->task).parent;
        LoopLine& line = add(LoopSection::Waiting);
        line.chips = {chip(caller)};
        line.targets = {chip(m_moment.running->task)};
        if (m_moment.running->blocking != Word::None) {
            line.text = LoopText::tr("returns in");
            line.value = timeText(segmentOf(m_moment.running->task).span.end - m_time);
        } else {
            line.text = LoopText::tr("is called");
        }
    }

    void writeWaiter(const Moment::Waiter& waiter)
    {
        const Event suspend = m_trace.at(waiter.event);
        const auto awaited = m_trace.awaited(m_trace.wait(suspend));
        LoopLine& line = add(LoopSection::Waiting);
        line.chips = {chip(waiter.task)};
        line.targets = chips(awaited);
        if (waiter.object.isValid()) {
            writeObjectWait(waiter, line);
        } else if (waiter.why == Word::Gather && awaited.size() > 1) {
            line.text = LoopText::tr("all of them, by gather");
        } else if (awaited.empty()) {
            line.text = detailText(m_run, waiter.event);
        }
    }

    void writeObjectWait(const Moment::Waiter& waiter, LoopLine& line) const
    {
        const auto object =
            std::ranges::find(m_moment.objects, waiter.object, &Moment::Object::object);
        const QString name = nameOf(waiter.why, waiter.object);
        if (object != m_moment.objects.end())
            line.targets = chips(object->use.holders);
        line.text = line.targets.empty() ? LoopText::tr("for %1").arg(name)
                                         : LoopText::tr("for %1, held by it").arg(name);
    }

    [[nodiscard]] QString nameOf(Word kind, ObjectId object) const
    {
        return QStringLiteral("%1 %2").arg(wordText(kind), objectName(object));
    }

    static SegmentState stateOf(Moment::Job::State state)
    {
        switch (state) {
        case Moment::Job::State::Queued:
        case Moment::Job::State::Waiting: return SegmentState::Ready;
        case Moment::Job::State::Running: return SegmentState::Running;
        case Moment::Job::State::Blocking: return SegmentState::Blocking;
        }
        return SegmentState::Running;
    }

    void writeJobs()
    {
        const auto write = [this](std::span<const Moment::Job::State> states, const QString& text) {
            std::vector<LoopChip> chips;
            for (const Moment::Job& job : m_moment.jobs) {
                if (std::ranges::find(states, job.state) != states.end() &&
                    chips.size() < LoopModel::mostChips)
                    chips.push_back({rowName(m_run, job.task), stateOf(job.state)});
            }
            if (chips.empty())
                return;
            LoopLine& line = add(LoopSection::Jobs);
            line.chips = std::move(chips);
            line.text = text;
        };
        using State = Moment::Job::State;
        write(std::array{State::Running, State::Blocking}, LoopText::tr("at work"));
        write(std::array{State::Waiting}, LoopText::tr("wait for the interpreter, or a core"));
        write(std::array{State::Queued}, LoopText::tr("queue for a worker"));
    }

    void writeObjects()
    {
        for (const Moment::Object& object : m_moment.objects) {
            if (isFull(LoopSection::Objects))
                return;
            LoopLine& line = add(LoopSection::Objects);
            line.code = nameOf(object.kind, object.object);
            line.text = levelText(object);
            line.targets = chips(object.use.holders);
            if (object.waiting > 0)
                line.end = LoopText::tr("waiting: %1").arg(object.waiting);
        }
    }

    [[nodiscard]] static QString levelText(const Moment::Object& object)
    {
        const auto level = object.use.level.value_or(0);
        switch (object.kind) {
        case Word::Lock:
            return object.use.holders.empty() ? LoopText::tr("free") : LoopText::tr("held by");
        case Word::Semaphore: return LoopText::tr("%1 free").arg(level);
        case Word::Event: return level == 0 ? LoopText::tr("not set") : LoopText::tr("set");
        case Word::Queue: return LoopText::tr("holds %1").arg(level);
        default: return {};
        }
    }

    const ProgramRun& m_run;
    const Trace& m_trace;
    const Moment& m_moment;
    const Ticks m_time;
    const bool m_isAsync;
    std::vector<LoopLine> m_lines;
};

}  // namespace

std::vector<LoopLine> loopLines(const ProgramRun& run, const Moment& moment, Ticks time,
                                bool isAsync)
{
    return Writer(run, moment, time, isAsync).write();
}

}  // namespace coroscope
