// SPDX-License-Identifier: MIT
#include "core/timeline/moment.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace coroscope {
namespace {

using Kind = TaskInfo::Kind;

// Reads from the last event of each living task what it does.
class Describer {
public:
    Describer(const Trace& trace, Moment& moment) : m_trace(trace), m_moment(moment) {}

    void take(TaskId task, std::uint32_t index)
    {
        const Event event = m_trace.at(index);
        switch (m_trace.task(task).kind) {
        case Kind::Job:
        case Kind::Thread: m_moment.jobs.push_back({task, jobState(event), index}); break;
        case Kind::Call: takeCall(event, index); break;
        case Kind::Task:
        case Kind::Main: takeTask(event, index); break;
        }
    }

    void finish()
    {
        // The order of the events is the order of the queues: each was entered by its event.
        const auto sortByEvent = [](auto& list) {
            std::ranges::sort(list, {}, [](const auto& entry) { return entry.event; });
        };
        sortByEvent(m_moment.ready);
        sortByEvent(m_moment.waiters);
        std::ranges::sort(m_moment.timers, {}, [](const Moment::Deadline& timer) {
            return std::pair(timer.deadline, timer.event);
        });
        std::ranges::sort(m_moment.jobs, {}, &Moment::Job::task);
        std::ranges::sort(m_moment.notCalled);
        for (Moment::Ready& entry : m_moment.ready)
            entry.task = innermost(entry.task);
        for (Moment::Waiter& entry : m_moment.waiters)
            entry.task = innermost(entry.task);
        for (Moment::Deadline& entry : m_moment.timers)
            entry.task = innermost(entry.task);
        if (m_moment.running)
            enterCalls(*m_moment.running);
    }

private:
    static Moment::Job::State jobState(const Event& event)
    {
        switch (event.kind) {
        case EventKind::Suspend: return Moment::Job::State::Waiting;
        case EventKind::Block:
            return event.word == Word::Work ? Moment::Job::State::Running
                                            : Moment::Job::State::Blocking;
        case EventKind::Resume:
        case EventKind::Unblock: return Moment::Job::State::Running;
        default: return Moment::Job::State::Queued;
        }
    }

    void takeCall(const Event& event, std::uint32_t index)
    {
        if (event.kind == EventKind::Create) {
            m_moment.notCalled.push_back(event.task);
            return;
        }
        Call& open = m_openCalls[m_trace.task(event.task).parent];
        if (!open.row.isValid() || index > open.event)
            open = {event.task, index};
    }

    void takeTask(const Event& event, std::uint32_t index)
    {
        switch (event.kind) {
        case EventKind::Create:
            m_moment.ready.push_back(
                {event.task, Word::Created, m_trace.task(event.task).parent, index});
            break;
        case EventKind::Ready:
            m_moment.ready.push_back({event.task, event.word, m_trace.wokenBy(event), index});
            break;
        case EventKind::Suspend: takeSuspended(event, index); break;
        default:
            if (!m_moment.running || index > m_moment.running->event)
                m_moment.running = {event.task, blockingWord(event), index};
            break;
        }
    }

    void takeSuspended(const Event& event, std::uint32_t index)
    {
        if (event.word == Word::Yield) {
            m_moment.ready.push_back({event.task, event.word, event.task, index});
            return;
        }
        const Wait& wait = m_trace.wait(event);
        m_moment.waiters.push_back({event.task, event.word, wait.object, wait.until, index});
        if (wait.until != Wait::noDeadline)
            m_moment.timers.push_back({event.task, wait.until, index});
    }

    static Word blockingWord(const Event& event)
    {
        return event.kind == EventKind::Block ? event.word : Word::None;
    }

    [[nodiscard]] TaskId innermost(TaskId task) const
    {
        for (auto call = m_openCalls.find(task); call != m_openCalls.end();
             call = m_openCalls.find(task))
            task = call->second.row;
        return task;
    }

    void enterCalls(Moment::Running& running) const
    {
        const TaskId task = innermost(running.task);
        if (task == running.task)
            return;
        const std::uint32_t entered = m_openCalls.at(m_trace.task(task).parent).event;
        if (entered > running.event)
            running = {task, blockingWord(m_trace.at(entered)), entered};
        running.task = task;
    }

    struct Call {
        TaskId row;
        std::uint32_t event = 0;
    };

    const Trace& m_trace;
    Moment& m_moment;
    std::map<TaskId, Call> m_openCalls;  // by who called
};

void describeObjects(const LoopState& state, const MomentIndex& index, Moment& moment)
{
    std::map<ObjectId, Moment::Object> objects;
    const auto at = [&](ObjectId id) -> Moment::Object& {
        Moment::Object& object = objects[id];
        object.object = id;
        object.kind = index.kindOf(id);
        return object;
    };
    for (std::uint32_t id = 0; id < state.objects().size(); ++id) {
        if (const ObjectUse& use = state.objects()[id]; use.level || !use.holders.empty())
            at({id}).use = use;
    }
    for (const Moment::Waiter& waiter : moment.waiters) {
        if (waiter.object.isValid())
            ++at(waiter.object).waiting;
    }
    for (auto& [id, object] : objects)
        moment.objects.push_back(std::move(object));
}

// What an event says about the kind of the object that it names; None if nothing. A lock's level
// is 1 while it is held: a semaphore's permits can tell otherwise.
Word kindSaidBy(const Event& event, std::int64_t level)
{
    switch (event.word) {
    case Word::Put:
    case Word::Get: return Word::Queue;
    case Word::Set:
    case Word::Clear: return Word::Event;
    case Word::Notify: return Word::Condition;
    case Word::Acquire: return level == 1 ? Word::None : Word::Semaphore;
    case Word::Release: return level == 0 ? Word::None : Word::Semaphore;
    default: return Word::None;
    }
}

}  // namespace

MomentIndex::MomentIndex(std::shared_ptr<const Trace> trace) : m_trace(std::move(trace))
{
    m_checkpoints.emplace_back();
    extend();
}

void MomentIndex::extend()
{
    for (; m_taken < m_trace->size(); ++m_taken) {
        const std::size_t replay = m_taken - m_checkpoints.back().eventCount;
        if (replay >= std::max(shortestReplay, 4 * m_state.size()))
            m_checkpoints.push_back({m_taken, m_state.snapshot()});
        const Event event = m_trace->at(m_taken);
        m_state.take(*m_trace, event, static_cast<std::uint32_t>(m_taken));
        learnKind(event);
    }
}

void MomentIndex::learnKind(const Event& event)
{
    ObjectId object;
    Word kind = Word::None;
    if (event.kind == EventKind::Use) {
        const Use& use = m_trace->use(event);
        object = use.object;
        kind = kindSaidBy(event, use.level);
    } else if (event.kind == EventKind::Suspend) {
        object = m_trace->wait(event).object;
        kind = event.word;
    }
    if (!object.isValid())
        return;
    if (object.value >= m_kinds.size())
        m_kinds.resize(object.value + 1, Word::Lock);
    if (kind != Word::None && m_kinds[object.value] != Word::Condition)
        m_kinds[object.value] = kind;
}

Word MomentIndex::kindOf(ObjectId object) const
{
    return object.value < m_kinds.size() ? m_kinds[object.value] : Word::None;
}

const MomentIndex::Checkpoint& MomentIndex::before(std::size_t eventCount) const
{
    assert(eventCount <= m_taken);
    return *std::prev(
        std::ranges::upper_bound(m_checkpoints, eventCount, {}, &Checkpoint::eventCount));
}

std::size_t MomentIndex::replayLength(std::size_t eventCount) const
{
    return eventCount - before(eventCount).eventCount;
}

Moment MomentIndex::at(std::size_t eventCount) const
{
    const Checkpoint& checkpoint = before(eventCount);
    LoopState state(checkpoint.state);
    for (std::size_t i = checkpoint.eventCount; i < eventCount; ++i)
        state.take(*m_trace, m_trace->at(i), static_cast<std::uint32_t>(i));
    Moment moment;
    moment.eventCount = static_cast<std::uint32_t>(eventCount);
    moment.time = eventCount == 0 ? Ticks{} : m_trace->timeAt(eventCount - 1);
    Describer describer(*m_trace, moment);
    for (const auto& [task, event] : state.lastEvents())
        describer.take({task}, event);
    describer.finish();
    describeObjects(state, *this, moment);
    return moment;
}

}  // namespace coroscope
