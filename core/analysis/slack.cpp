// SPDX-License-Identifier: MIT
#include "core/analysis/slack.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/analysis/steps.h"

namespace coroscope {
namespace {

using analysis::Step;
using analysis::Steps;

constexpr Ticks unlimited = Ticks::max() / 4;
constexpr Ticks instant{1};

// The nearest wake-up of those seen so far, going backwards, and the nearest of another task.
class NearestWake {
public:
    void see(TaskId task, Ticks time)
    {
        if (task != m_task) {
            m_ofAnother = m_time;
            m_task = task;
        }
        m_time = time;
    }
    /// How far a wake-up of `task` at `time` may be shifted and still come before.
    [[nodiscard]] Ticks roomFor(TaskId task, Ticks time) const
    {
        const Ticks next = task == m_task ? m_ofAnother : m_time;
        return next == unlimited ? unlimited : std::max(Ticks{}, next - time - instant);
    }

private:
    TaskId m_task;
    Ticks m_time = unlimited;
    Ticks m_ofAnother = unlimited;
};

// Goes through the trace from its end to its start.
class Backwards {
public:
    explicit Backwards(const Timeline& timeline)
        : m_trace(timeline.trace()),
          m_steps(timeline),
          m_end(timeline.end()),
          m_lives(m_trace.taskCount()),
          m_slack(m_trace.size(), unlimited)
    {
        for (const Step& step : m_steps.all()) {
            if (step.wake != Event::none)
                m_stepOfWake[step.wake] = &step;
            const bool isLong =
                step.end != Event::none && m_trace.timeAt(step.end) > m_trace.timeAt(step.begin);
            if (isLong && !m_steps.isBesideLoop(step.task))
                m_longSteps.insert(step.end);
        }
    }

    std::vector<Ticks> run()
    {
        for (auto i = static_cast<std::uint32_t>(m_trace.size()); i-- > 0;) {
            const Event event = m_trace.at(i);
            if (event.task.isValid())
                take(event, i);
        }
        return std::move(m_slack);
    }

private:
    struct Life {
        Ticks room = unlimited;      // what may be shifted here, within a step
        Ticks neededBy = unlimited;  // when it must be done
        Ticks pending = unlimited;   // what follows from its step before, through callbacks
        bool isInStep = false;
        Ticks stepEnd{};
        std::set<ObjectId> objects;  // that this step uses
        // Of the step after this one:
        bool resumes = false;
        Ticks resumeTime{};
        Ticks resumeRoom = unlimited;
        Ticks wakeRoom = unlimited;  // how far its wake-up may be shifted
        Ticks wakeTime{};
        bool isWokenByOther = false;
        bool isLong = false;
        std::set<ObjectId> nextObjects;
    };

    void take(const Event& event, std::uint32_t index)
    {
        const TaskId owner = m_steps.ownerOf(event.task);
        Life& life = m_lives[owner.value];
        if (event.kind == EventKind::Use) {
            life.objects.insert(m_trace.use(event).object);
            return;
        }
        if (owner != event.task) {  // a call's own events: within a step of its caller
            m_slack[index] = life.room;
            return;
        }
        switch (event.kind) {
        case EventKind::Done: endStep(event, index, roomToEnd(event)); break;
        case EventKind::Suspend: suspend(event, index); break;
        case EventKind::Block:
        case EventKind::Unblock: m_slack[index] = life.room; break;
        case EventKind::Resume: resume(event, index); break;
        case EventKind::Ready:
        case EventKind::Create: wake(event, index); break;
        default: break;
        }
    }

    void endStep(const Event& event, std::uint32_t index, Ticks room)
    {
        Life& life = m_lives[event.task.value];
        room = std::min({room, m_end - event.time, std::exchange(life.pending, unlimited)});
        if (m_longSteps.contains(index))
            room = std::min(room, m_latest - event.time);
        life.room = room;
        life.isInStep = true;
        life.stepEnd = event.time;
        life.objects.clear();
        m_slack[index] = room;
    }

    // Whoever awaited the task among others needs it by then. So may its creator as soon as it runs
    // again: that it awaits a task which has ended is not in the trace.
    [[nodiscard]] Ticks roomToEnd(const Event& done) const
    {
        Ticks latest = m_lives[done.task.value].neededBy;
        const TaskId parent = m_trace.task(done.task).parent;
        if (parent.isValid()) {
            const Life& creator = m_lives[m_steps.ownerOf(parent).value];
            if (creator.resumes)
                latest = std::min(latest, creator.resumeTime + creator.resumeRoom);
        }
        return latest - done.time;
    }

    void suspend(const Event& event, std::uint32_t index)
    {
        const Life& life = m_lives[event.task.value];
        const ObjectId object = m_trace.wait(event).object;
        Ticks room = unlimited;
        if (life.resumes && event.word == Word::Yield) {
            // A job gives the interpreter's lock up only when somebody takes it at once.
            room = m_steps.isBesideLoop(event.task) ? life.resumeRoom : wakeRoom(event, index);
        } else if (life.resumes && !life.isWokenByOther) {
            room = life.wakeRoom;
        } else if (life.resumes) {
            // It must still wait when it is woken; that tasks have ended it would see later too.
            const Ticks margin = life.wakeTime - event.time;
            const bool seesItLater = event.word == Word::Task || event.word == Word::Gather;
            room = seesItLater ? margin + life.wakeRoom : std::max(Ticks{}, margin - instant);
        }
        endStep(event, index, room);
        if (object.isValid())
            m_lives[event.task.value].objects.insert(object);
    }

    void resume(const Event& event, std::uint32_t index)
    {
        Life& life = m_lives[event.task.value];
        if (!life.isInStep) {  // it has not ended: nothing is known of what follows
            life.room = m_end - event.time;
            life.stepEnd = m_end;
            life.objects.clear();
        }
        life.isInStep = false;
        life.resumes = true;
        life.resumeTime = event.time;
        life.resumeRoom = life.room;
        life.isLong = life.stepEnd > event.time;
        life.nextObjects = std::move(life.objects);
        life.objects.clear();
        m_slack[index] = life.room;
        if (m_steps.isBesideLoop(event.task)) {
            passToWorker(event, index);
        } else {
            m_latest = std::min(m_latest, event.time + life.room);
        }
    }

    // A job that had to wait for a worker: the one that left it began no later for that.
    void passToWorker(const Event& event, std::uint32_t index)
    {
        if (index == 0)
            return;
        const Event before = m_trace.at(index - 1);
        if (before.kind == EventKind::Done && m_steps.isBesideLoop(before.task))
            pass(before.task, m_lives[event.task.value].resumeRoom);
    }

    void wake(const Event& event, std::uint32_t index)
    {
        Life& life = m_lives[event.task.value];
        const auto found = m_stepOfWake.find(index);
        if (found == m_stepOfWake.end()) {
            life.resumes = false;
            return;
        }
        const Step& step = *found->second;
        life.wakeRoom = wakeRoom(event, index);
        life.wakeTime = step.wakeTime;
        life.isWokenByOther = step.by.isValid() && step.by != event.task;
        m_slack[index] = life.wakeRoom;
        if (life.isWokenByOther)
            pass(step.by, life.wakeRoom);
        if (step.suspend == Event::none)
            return;
        for (const TaskId awaited : m_trace.awaited(m_trace.wait(m_trace.at(step.suspend)))) {
            Ticks& latest = m_lives[awaited.value].neededBy;
            latest = std::min(latest, life.wakeTime + life.wakeRoom);
        }
    }

    // How far the wake-up by this event may be shifted; notes that it is there.
    Ticks wakeRoom(const Event& event, std::uint32_t index)
    {
        const Life& life = m_lives[event.task.value];
        const auto found = m_stepOfWake.find(index);
        const Ticks time = found == m_stepOfWake.end() ? event.time : found->second->wakeTime;
        Ticks room = life.resumeRoom + (life.resumeTime - time);
        room = std::min(room, m_long.roomFor(event.task, time));
        for (const ObjectId object : life.nextObjects)
            room = std::min(room, m_uses[object].roomFor(event.task, time));
        for (const ObjectId object : life.nextObjects)
            m_uses[object].see(event.task, time);
        if (life.isLong)
            m_long.see(event.task, time);
        return room;
    }

    // What `task` does here, or did in its last step, may be shifted by no more than `room`.
    void pass(TaskId task, Ticks room)
    {
        Life& life = m_lives[task.value];
        Ticks& limit = life.isInStep ? life.room : life.pending;
        limit = std::min(limit, room);
    }

    const Trace& m_trace;
    const Steps m_steps;
    const Ticks m_end;
    std::vector<Life> m_lives;
    std::vector<Ticks> m_slack;
    std::map<std::uint32_t, const Step*> m_stepOfWake;
    std::set<std::uint32_t> m_longSteps;  // the loop's that take time, by the event that ends them
    Ticks m_latest = unlimited;           // when the loop's thread must be free for those to come
    NearestWake m_long;
    std::map<ObjectId, NearestWake> m_uses;
};

}  // namespace

Slack::Slack(const Timeline& timeline) : m_timeline(timeline), m_atEnd(Backwards(timeline).run()) {}

std::optional<Ticks> Slack::slackOf(SegmentRef ref) const
{
    const std::uint32_t end = segmentOf(m_timeline, ref).endEvent;
    if (end >= m_atEnd.size() || m_atEnd[end] >= unlimited / 2)
        return std::nullopt;
    return m_atEnd[end];
}

}  // namespace coroscope
