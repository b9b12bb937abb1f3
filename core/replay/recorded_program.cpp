// SPDX-License-Identifier: MIT
#include "core/replay/recorded_program.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/replay/object_levels.h"

namespace coroscope::replay {
namespace {

using Kind = Action::Kind;

bool isTaking(Word op)
{
    return op == Word::Acquire || op == Word::Get;
}

bool isGiving(Word op)
{
    return op == Word::Release || op == Word::Put;
}

// Sorts out event by event what each task did.
class Reader {
public:
    explicit Reader(std::shared_ptr<const Trace> trace) : m_trace(*trace)
    {
        m_program.trace = std::move(trace);
        m_program.objects = objectLevels(m_trace);
        m_program.tasks.resize(m_trace.taskCount());
        m_states.resize(m_trace.taskCount());
        findTakingWaits();
    }

    Result<RecordedProgram> read()
    {
        for (m_at = 0; m_at < m_trace.size(); ++m_at)
            take(m_trace.at(m_at));
        if (!m_hasLoop || !m_program.main.isValid())
            return refusal("no event loop was recorded");
        if (m_mains > 1)
            return refusal("more than one event loop was recorded");
        const State& main = m_states[m_program.main.value];
        if (!main.isDone)
            return refusal("the recording ends before main does");
        m_program.tail = m_trace.lastTime() - main.end;
        if (!m_isPoolFull)
            m_program.threads = RecordedProgram::mostThreads;
        for (std::uint32_t task = 0; task < m_states.size(); ++task)
            leaveOff({task});
        return std::move(m_program);
    }

private:
    struct State {
        bool isRunning = false;
        bool isDone = false;
        Ticks piece{};  // since when it runs
        Ticks ready{};
        Ticks end{};
        std::uint32_t suspension = Event::none;  // the event of the wait it is in
        std::uint32_t block = 0;                 // the event of the blocking call it is in
        ObjectId taken;                          // by that wait: its use will say so again
    };

    static Error refusal(const char* why) { return {Error::Kind::Usage, why, {}}; }

    // Who waits to take something takes it next: not who waits for room in a queue, or for its end.
    void findTakingWaits()
    {
        std::vector<ObjectId> takes(m_trace.taskCount());  // from what a task takes next
        for (std::size_t i = m_trace.size(); i-- > 0;) {
            const Event event = m_trace.at(i);
            if (event.kind == EventKind::Use && (isTaking(event.word) || isGiving(event.word)))
                takes[event.task.value] =
                    isTaking(event.word) ? m_trace.use(event).object : ObjectId{};
            if (event.kind != EventKind::Suspend)
                continue;
            const ObjectId object = m_trace.wait(event).object;
            if (object.isValid() && std::exchange(takes[event.task.value], {}) == object)
                m_takingWaits.insert(static_cast<std::uint32_t>(i));
        }
    }

    void take(const Event& event)
    {
        m_hasLoop |= event.kind == EventKind::Turn;
        if (!event.task.isValid())
            return;
        if (event.kind == EventKind::Create)
            return create(event);
        const TaskInfo::Kind kind = m_program.tasks[event.task.value].info.kind;
        if (kind == TaskInfo::Kind::Job)
            return takeOfJob(event);
        if (kind == TaskInfo::Kind::Call)
            return takeOfCall(event);
        takeOfTask(event);
    }

    // What a call that has a row of its own does, the task does that called it.
    void takeOfCall(Event event)
    {
        event.task = callerOf(event.task);
        const bool isWithin = event.kind == EventKind::Resume && stateOf(event.task).isRunning;
        if (event.kind != EventKind::Done && !isWithin)
            takeOfTask(event);
    }

    TaskId callerOf(TaskId call) const
    {
        const RecordedTask* task = &m_program.tasks[call.value];
        while (task->info.kind == TaskInfo::Kind::Call && task->info.parent.isValid()) {
            call = task->info.parent;
            task = &m_program.tasks[call.value];
        }
        return call;
    }

    void takeOfTask(const Event& event)
    {
        switch (event.kind) {
        case EventKind::Ready: wake(event); break;
        case EventKind::Resume: resume(event); break;
        case EventKind::Suspend: suspend(event); break;
        case EventKind::Block: block(event); break;
        case EventKind::Unblock: unblock(event); break;
        case EventKind::Use: use(event); break;
        case EventKind::Print: print(event); break;
        case EventKind::Done: finish(event); break;
        default: break;
        }
    }

    State& stateOf(TaskId task) { return m_states[task.value]; }

    Action& add(TaskId task, Kind kind, std::uint32_t event)
    {
        Action& action = m_program.tasks[task.value].actions.emplace_back();
        action.kind = kind;
        action.event = event;
        return action;
    }
    Action& add(TaskId task, Kind kind) { return add(task, kind, m_at); }

    // What the task has computed up to now becomes an action.
    void flush(TaskId task, Ticks now)
    {
        State& state = stateOf(task);
        if (state.isRunning && now > state.piece)
            add(task, Kind::Compute).length = now - state.piece;
        state.piece = now;
    }

    void create(const Event& event)
    {
        RecordedTask& task = m_program.tasks[event.task.value];
        task.info = m_trace.task(event.task);
        stateOf(event.task).ready = event.time;
        if (task.info.kind == TaskInfo::Kind::Main) {
            ++m_mains;
            m_program.main = event.task;
            m_program.begin = m_loopFree = event.time;
            return;
        }
        if (task.info.kind == TaskInfo::Kind::Call)
            return;
        const TaskId parent =
            task.info.parent.isValid() ? callerOf(task.info.parent) : task.info.parent;
        if (parent.isValid() && stateOf(parent).isRunning) {
            flush(parent, event.time);
            add(parent, Kind::Create).tasks = {event.task};
        } else if (task.info.kind != TaskInfo::Kind::Thread) {
            task.arrival = event.time;
        }
    }

    // It was created, but for a thread that another job had to leave: what else it waited for, such
    // as the interpreter's lock, is part of it.
    void takeOfJob(const Event& event)
    {
        State& state = stateOf(event.task);
        if (event.kind == EventKind::Resume && !state.isRunning) {
            state.isRunning = true;
            state.piece = std::max(state.ready, m_lastJobEnd);
            m_isPoolFull |= m_lastJobEnd > state.ready;
            m_program.threads = std::max(m_program.threads, ++m_runningJobs);
        }
        const bool isEnd = event.kind == EventKind::Done && !state.isDone;
        if (state.isRunning && (isEnd || event.kind == EventKind::Print)) {
            add(event.task, Kind::Sleep).length = event.time - state.piece;
            state.piece = event.time;
        }
        if (event.kind == EventKind::Print)
            addPrint(event);
        if (!isEnd)
            return;
        state.isDone = true;
        if (std::exchange(state.isRunning, false)) {
            --m_runningJobs;
            m_lastJobEnd = event.time;
        }
    }

    // What it waited for is known now.
    void wake(const Event& ready)
    {
        State& state = stateOf(ready.task);
        state.ready = ready.time;
        if (state.suspension == Event::none)
            return;
        const std::uint32_t at = std::exchange(state.suspension, Event::none);
        const Event suspension = m_trace.at(at);
        const bool isCancelled = ready.word == Word::Cancel;
        TaskId by = m_trace.wokenBy(ready);
        if (by.isValid())
            by = callerOf(by);
        SignalId signal;
        if (by.isValid() && stateOf(by).isRunning) {
            signal = {m_program.signals};
            flush(by, ready.time);
        }
        Action& action = addWait(ready.task, suspension, at);
        if (!isCancelled && takesFrom(action.object, at)) {
            action.kind = Kind::Acquire;
            state.taken = action.object;
            return;
        }
        if (!isCancelled)
            action.tasks = doneOf(m_trace.awaited(m_trace.wait(suspension)));
        if (action.tasks.empty() && by.isValid() && stateOf(by).isDone)
            action.tasks = {by};
        if (!action.tasks.empty()) {
            action.kind = Kind::Await;
        } else if (signal.isValid()) {
            action.kind = Kind::WaitFor;
            action.signal = signal;
            ++m_program.signals;
            add(by, Kind::Set).signal = signal;
        } else {
            const Ticks until = m_trace.wait(suspension).until;
            const bool isTimer = ready.word == Word::Timer && until >= suspension.time;
            action.length = (isTimer ? until : ready.time) - suspension.time;
        }
    }

    // As something that happens outside.
    Action& addWait(TaskId task, const Event& suspension, std::uint32_t at)
    {
        const Wait& wait = m_trace.wait(suspension);
        Action& action = add(task, Kind::Sleep, at);
        action.word = suspension.word;
        action.site = wait.site;
        action.object = wait.object;
        return action;
    }

    bool isReliable(ObjectId object) const
    {
        return object.isValid() && object.value < m_program.objects.size() &&
               m_program.objects[object.value].isReliable;
    }

    bool takesFrom(ObjectId object, std::uint32_t suspension) const
    {
        const Word word = m_trace.at(suspension).word;
        const bool isKind = word == Word::Lock || word == Word::Semaphore || word == Word::Queue;
        return isKind && isReliable(object) && m_takingWaits.contains(suspension);
    }

    std::vector<TaskId> doneOf(std::span<const TaskId> awaited)
    {
        std::vector<TaskId> done;
        std::ranges::copy_if(awaited, std::back_inserter(done),
                             [this](TaskId task) { return stateOf(task).isDone; });
        return done;
    }

    // The loop's own work before a step is part of it: with it, steps follow as closely as they
    // did.
    void resume(const Event& event)
    {
        State& state = stateOf(event.task);
        state.isRunning = true;
        state.piece = std::max(state.ready, m_loopFree);
    }

    void stop(const Event& event)
    {
        flush(event.task, event.time);
        stateOf(event.task).isRunning = false;
        m_loopFree = event.time;
    }

    void suspend(const Event& event)
    {
        stop(event);
        State& state = stateOf(event.task);
        if (event.word == Word::Yield) {
            state.ready = event.time;
            add(event.task, Kind::Yield).site = m_trace.wait(event).site;
        } else {
            state.suspension = m_at;
            state.taken = {};
        }
    }

    void block(const Event& event)
    {
        flush(event.task, event.time);
        stateOf(event.task).block = m_at;
    }

    void unblock(const Event& event)
    {
        State& state = stateOf(event.task);
        Action& action = add(event.task, Kind::Block, state.block);
        action.word = m_trace.at(state.block).word;
        action.site = m_trace.blockSite(m_trace.at(state.block));
        action.length = event.time - state.piece;
        state.piece = event.time;
    }

    void use(const Event& event)
    {
        const ObjectId object = m_trace.use(event).object;
        if (!isReliable(object))
            return;
        State& state = stateOf(event.task);
        if (isTaking(event.word) && std::exchange(state.taken, {}) != object) {
            flush(event.task, event.time);
            add(event.task, Kind::Acquire).object = object;
        } else if (isGiving(event.word)) {
            flush(event.task, event.time);
            add(event.task, Kind::Release).object = object;
        }
    }

    void print(const Event& event)
    {
        flush(event.task, event.time);
        addPrint(event);
    }

    void addPrint(const Event& event)
    {
        Action& action = add(event.task, Kind::Print);
        action.word = event.word;
        action.detail = event.detail;
    }

    void finish(const Event& event)
    {
        stop(event);
        State& state = stateOf(event.task);
        state.isDone = true;
        state.end = event.time;
        RecordedTask& task = m_program.tasks[event.task.value];
        task.how = event.word;
        task.outcome = event.detail;
    }

    // It was not done when the recording ended.
    void leaveOff(TaskId task)
    {
        State& state = stateOf(task);
        const TaskInfo::Kind kind = m_program.tasks[task.value].info.kind;
        if (state.isDone || (kind != TaskInfo::Kind::Task && kind != TaskInfo::Kind::Main))
            return;
        if (state.suspension != Event::none)
            addWait(task, m_trace.at(state.suspension), state.suspension).kind = Kind::Never;
        else
            add(task, Kind::Never).word = Word::Future;
    }

    const Trace& m_trace;
    RecordedProgram m_program;
    std::vector<State> m_states;                      // by task
    std::unordered_set<std::uint32_t> m_takingWaits;  // events
    std::uint32_t m_at = 0;
    Ticks m_loopFree{};  // since when no task runs
    int m_mains = 0;
    int m_runningJobs = 0;
    Ticks m_lastJobEnd{};
    bool m_isPoolFull = false;  // a job had to wait for another's thread
    bool m_hasLoop = false;
};

}  // namespace

bool Action::isWait() const noexcept
{
    switch (kind) {
    case Kind::Offload:
    case Kind::Await:
    case Kind::Sleep:
    case Kind::Yield:
    case Kind::WaitFor:
    case Kind::Never: return true;
    case Kind::Acquire: return site.isValid();
    default: return false;
    }
}

Result<RecordedProgram> recordedProgram(std::shared_ptr<const Trace> trace)
{
    return Reader(std::move(trace)).read();
}

}  // namespace coroscope::replay
