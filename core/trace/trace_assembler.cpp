// SPDX-License-Identifier: MIT
#include "core/trace/trace_assembler.h"

#include <utility>

namespace coroscope {
namespace {

using Kind = TraceProblem::Kind;
using State = TraceGrammar::State;
using Verdict = TraceGrammar::Verdict;

bool needsTask(EventKind kind)
{
    return kind != EventKind::Turn && kind != EventKind::Mark && kind != EventKind::End;
}

// Why a task is ready that had suspended to await this: a lock wakes as a lock does.
Word wakeWord(Word awaited)
{
    switch (awaited) {
    case Word::Sleep: return Word::Timer;
    case Word::Task:
    case Word::Gather:
    case Word::Wait:
    case Word::Future:
    case Word::Executor: return Word::Done;
    default: return awaited;
    }
}

struct Missing {
    EventKind kind;
    bool isLoss;  // and nothing that a recorder leaves out on purpose
};

// What must have happened to a task in this state, first of all, before `next` can.
std::optional<Missing> missingBefore(State state, EventKind next)
{
    const bool isWaking = next == EventKind::Ready || next == EventKind::Cancel;
    switch (state) {
    case State::Unborn: return Missing{EventKind::Create, true};
    case State::Ready:
        if (next == EventKind::Resume || next == EventKind::Cancel || next == EventKind::Done)
            return {};
        return Missing{EventKind::Resume, true};
    case State::Suspended:
        if (isWaking || next == EventKind::Done)
            return {};
        return Missing{EventKind::Ready, next != EventKind::Resume};
    case State::Running:
        if (next != EventKind::Ready && next != EventKind::Resume)
            return {};
        return Missing{EventKind::Suspend, true};
    case State::Blocking:
        if (next == EventKind::Suspend || next == EventKind::Done)
            return Missing{EventKind::Unblock, false};
        if (next == EventKind::Ready || next == EventKind::Resume || next == EventKind::Block)
            return Missing{EventKind::Unblock, true};
        return {};
    case State::Done: return {};
    }
    return {};
}

}  // namespace

TaskSlot TraceAssembler::slotOf(std::int64_t number)
{
    const std::uint32_t index = m_numbers.indexOf(number);
    if (index == m_slots.size())
        m_slots.emplace_back().number = number;
    return {index};
}

ObjectId TraceAssembler::objectNamed(std::string_view name)
{
    const std::size_t known = m_objects.size();
    const std::uint32_t index = m_objects.indexOf(name);
    return index == known ? m_trace->addObject(std::string(name)) : ObjectId{index};
}

SiteId TraceAssembler::siteAt(std::string_view file, std::int64_t line, std::string_view function)
{
    if (line < 0)
        return {};
    const auto number = line > INT32_MAX ? 0 : static_cast<std::uint32_t>(line);
    m_siteKey.assign(file);
    m_siteKey.append(1, '\0').append(reinterpret_cast<const char*>(&number), sizeof number);
    m_siteKey += function;
    const std::size_t known = m_sites.size();
    const std::uint32_t index = m_sites.indexOf(m_siteKey);
    if (index < known)
        return {index};
    return m_trace->addSite({std::string(file), number, std::string(function)});
}

StackId TraceAssembler::frameIn(StackId outer, SiteId site)
{
    const std::uint64_t key = std::uint64_t{outer.value} << 32 | site.value;
    const auto [known, isNew] = m_frames.try_emplace(key);
    if (isNew)
        known->second = m_trace->addFrame(outer, site);
    return known->second;
}

void TraceAssembler::nameTask(TaskSlot task, std::string name)
{
    m_names[task.value] = std::move(name);
}

std::uint32_t TraceAssembler::keep()
{
    if (m_freeDetails.empty()) {
        m_details.emplace_back();
        return static_cast<std::uint32_t>(m_details.size() - 1);
    }
    const std::uint32_t index = m_freeDetails.back();
    m_freeDetails.pop_back();
    return index;
}

void TraceAssembler::apply(const EventDraft& draft)
{
    Ticks time = draft.time();
    if (time < m_trace->lastTime()) {
        if (!m_isMending)
            return refuse(draft, Kind::GoesBackwards);
        m_problems.add(Kind::Late, draft.line);
        time = m_trace->lastTime();
    }
    if (draft.kind == EventKind::Create)
        create(draft, time);
    else
        put(draft, time);
}

void TraceAssembler::create(const EventDraft& draft, Ticks time)
{
    if (m_slots[draft.task.value].task.isValid())
        return refuse(draft, Kind::CreatedBefore);
    const TaskId task{static_cast<std::uint32_t>(m_trace->taskCount())};
    if (!isPossible(draft, Word::None, task))
        return;
    DraftDetail& detail = m_details[draft.detail];
    if (const auto name = m_names.find(draft.task.value); name != m_names.end()) {
        detail.name = std::move(name->second);
        m_names.erase(name);
    }
    Slot& slot = m_slots[draft.task.value];
    if (detail.name.empty() && m_isMending)
        detail.name = "Task-" + std::to_string(slot.number);
    slot.task = m_trace->addTask({std::move(detail.name), std::move(detail.text),
                                  taskIn(detail.other), detail.taskKind, detail.wait.site});
    m_trace->append(time, EventKind::Create, Word::None, task);
    giveBack(draft);
}

void TraceAssembler::put(const EventDraft& draft, Ticks time)
{
    if (draft.kind == EventKind::Turn) {
        if (isPossible(draft, Word::None, {}))
            m_trace->appendTurn(time, {draft.detail, draft.task.value});
        return;
    }
    if (m_isMending && needsTask(draft.kind))
        mend(draft, time);
    TaskId task;
    if (needsTask(draft.kind)) {
        task = m_slots[draft.task.value].task;
        if (!task.isValid())
            return refuse(draft, Kind::NeverCreated);
    }
    const Word word = m_isMending && task.isValid() ? note(draft) : draft.word;
    if (!isPossible(draft, word, task))
        return;
    m_trace->append(time, draft.kind, word, task, detailFor(draft));
    giveBack(draft);
}

// Remembers why a task waits, and says why it is ready.
Word TraceAssembler::note(const EventDraft& draft)
{
    Slot& slot = m_slots[draft.task.value];
    if (draft.kind == EventKind::Suspend)
        slot.awaits = draft.word;
    if (draft.kind == EventKind::Cancel)
        slot.isCancelled = true;
    if (draft.kind != EventKind::Ready)
        return draft.word;
    const bool isCancelled = std::exchange(slot.isCancelled, false);
    if (draft.word != Word::None)
        return draft.word;
    return isCancelled ? Word::Cancel : wakeWord(slot.awaits);
}

void TraceAssembler::mend(const EventDraft& draft, Ticks time)
{
    const TaskId task = m_slots[draft.task.value].task;
    const State state = task.isValid() ? m_grammar.stateOf(task) : State::Unborn;
    const auto missing = missingBefore(state, draft.kind);
    if (!missing || (missing->isLoss && !m_missesEvents))
        return;
    EventDraft before;
    before.setTime(time);
    before.line = draft.line;
    before.task = draft.task;
    before.kind = missing->kind;
    if (before.kind == EventKind::Create)
        before.detail = keep();
    before.hasWait = before.kind == EventKind::Suspend;
    apply(before);
    const TaskId known = m_slots[draft.task.value].task;
    if (known.isValid() && m_grammar.stateOf(known) != state)
        mend(draft, time);
}

bool TraceAssembler::isPossible(const EventDraft& draft, Word word, TaskId task)
{
    switch (m_grammar.take(draft.kind, word, task)) {
    case Verdict::Possible: return true;
    case Verdict::AfterEnd: refuse(draft, Kind::AfterEnd); break;
    case Verdict::AfterDone: refuse(draft, Kind::AfterDone); break;
    case Verdict::OutOfTurn: refuse(draft, Kind::OutOfTurn); break;
    }
    return false;
}

void TraceAssembler::refuse(const EventDraft& draft, TraceProblem::Kind why)
{
    const bool namesEvent =
        why == Kind::OutOfTurn || why == Kind::AfterDone || why == Kind::AfterEnd;
    m_problems.add(why, draft.line, namesEvent ? std::optional(draft.kind) : std::nullopt);
    giveBack(draft);
}

std::uint32_t TraceAssembler::detailFor(const EventDraft& draft)
{
    switch (draft.kind) {
    case EventKind::Ready: return taskIn({draft.detail}).value;
    case EventKind::Suspend: return waitFor(draft);
    case EventKind::Cancel: {
        DraftDetail& detail = m_details[draft.detail];
        return m_trace->addCancel({taskIn(detail.other), std::move(detail.text)});
    }
    default: return draft.detail;
    }
}

std::uint32_t TraceAssembler::waitFor(const EventDraft& draft)
{
    if (draft.hasWait)
        return draft.detail;
    const DraftDetail& detail = m_details[draft.detail];
    m_awaited.clear();
    for (const TaskSlot slot : detail.awaited) {
        if (const TaskId task = taskIn(slot); task.isValid())
            m_awaited.push_back(task);
    }
    return m_trace->addWait(detail.wait, m_awaited, detail.stack);
}

TaskId TraceAssembler::taskIn(TaskSlot slot) const
{
    return slot.isValid() ? m_slots[slot.value].task : TaskId{};
}

bool TraceAssembler::isKept(const EventDraft& draft)
{
    const bool isKind = draft.kind == EventKind::Create || draft.kind == EventKind::Cancel ||
                        draft.kind == EventKind::Suspend;
    return isKind && !draft.hasWait;
}

void TraceAssembler::giveBack(const EventDraft& draft)
{
    if (!isKept(draft))
        return;
    DraftDetail& detail = m_details[draft.detail];
    detail.name.clear();
    detail.text.clear();
    detail.other = {};
    detail.taskKind = TaskInfo::Kind::Task;
    detail.wait = {};
    detail.stack = {};
    detail.awaited.clear();
    m_freeDetails.push_back(draft.detail);
}

}  // namespace coroscope
