// SPDX-License-Identifier: MIT
#include "core/trace/event_sorter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace coroscope {
namespace {

// Who goes first in one instant, in the order of EventKind.
constexpr std::array<std::uint8_t, eventKindCount> ranks{
    /* Create */ 3,  /* Ready */ 2, /* Resume */ 5, /* Suspend */ 1, /* Block */ 6,
    /* Unblock */ 0, /* Use */ 7,   /* Cancel */ 2, /* Print */ 7,   /* Done */ 1,
    /* Turn */ 4,    /* Mark */ 7,  /* End */ 7};
static_assert(*std::ranges::max_element(ranks) < 1 << EventDraft::rankBits);

constexpr unsigned rankOf(EventKind kind)
{
    return ranks[static_cast<std::size_t>(kind)];
}

bool isWithinStep(EventKind kind)
{
    return kind == EventKind::Print || kind == EventKind::Use || kind == EventKind::Block ||
           kind == EventKind::Unblock;
}

// How many events are worth the trouble of handing them over.
constexpr std::size_t fewest = std::size_t{1} << 14;

// For how many promises to wait to be told how a task was done.
constexpr int longestWait = 4;

}  // namespace

EventSorter::Own& EventSorter::ownOf(TaskSlot task)
{
    if (task.value >= m_own.size())
        m_own.resize(std::size_t{task.value} + 1);
    return m_own[task.value];
}

void EventSorter::add(const EventDraft& draft)
{
    if (isWithinStep(draft.kind) && !ownOf(draft.task).isRunning) {
        m_inSteps[draft.task.value].drafts.push_back(draft);
        return;
    }
    if (draft.kind == EventKind::Resume)
        return begin(draft, Trace::maxTime);
    if (draft.kind == EventKind::End)
        return addEnd(draft);
    if (draft.kind == EventKind::Done)
        m_endings.erase(draft.task.value);
    push(draft, rankOf(draft.kind));
    if (draft.kind == EventKind::Suspend || draft.kind == EventKind::Done)
        ownOf(draft.task).isRunning = false;
}

// Nothing can be after it, whatever its time.
void EventSorter::addEnd(EventDraft end)
{
    finish();
    end.setTime(std::max(end.time(), m_assembler.trace().lastTime()));
    m_assembler.apply(end);
}

void EventSorter::addStep(const EventDraft& resume, const EventDraft& end)
{
    begin(resume, end.time());
    push(end, rankOf(end.kind));
    ownOf(end.task).isRunning = false;
}

void EventSorter::addLastStep(const EventDraft& resume, Ticks end)
{
    begin(resume, end);
    EventDraft done = resume;
    done.kind = EventKind::Done;
    done.word = Word::Returned;
    done.setTime(end);
    m_endings.insert_or_assign(done.task.value, Ending{done, m_promises});
}

void EventSorter::begin(const EventDraft& resume, Ticks end)
{
    Own& own = ownOf(resume.task);
    const bool isAnnounced = own.isRunning && own.resumed == resume.time();
    if (!isAnnounced)
        push(resume, rankOf(EventKind::Resume));
    own.isRunning = true;
    own.resumed = resume.time();
    if (!m_inSteps.empty())
        pushWithin(resume, end);
}

void EventSorter::pushWithin(const EventDraft& resume, Ticks end)
{
    const auto found = m_inSteps.find(resume.task.value);
    if (found == m_inSteps.end())
        return;
    InStep& all = found->second;
    for (; all.taken < all.drafts.size(); ++all.taken) {
        const EventDraft& draft = all.drafts[all.taken];
        if (draft.time() > end)
            return;
        const bool isFirst = draft.time() == resume.time();
        const bool isLast = draft.time() == end;
        push(draft, rankOf(isFirst ? EventKind::Resume : isLast ? EventKind::Suspend : draft.kind));
    }
    m_inSteps.erase(found);
}

void EventSorter::push(EventDraft draft, unsigned rank)
{
    draft.stamp |= rank;
    const bool hasTask = draft.kind != EventKind::Turn && draft.task.isValid();
    if (hasTask) {
        Own& own = ownOf(draft.task);
        if (own.last >> EventDraft::rankBits == draft.stamp >> EventDraft::rankBits)
            draft.stamp = std::max(draft.stamp, own.last);
        own.last = std::max(own.last, draft.stamp);
    }
    m_waiting.push_back(draft);
}

void EventSorter::promise(Ticks time)
{
    m_promised = std::max(m_promised, time);
    ++m_promises;
    // Not at each promise: a file may make one a line, and what is kept is looked at again.
    if (m_waiting.size() - m_kept >= std::max(fewest, m_kept))
        release();
}

void EventSorter::release()
{
    handOver(limit());
}

// Up to where nothing is missing: how a task was done may be told somewhat later.
std::uint64_t EventSorter::limit()
{
    std::uint64_t limit = static_cast<std::uint64_t>(m_promised.count()) << EventDraft::rankBits;
    for (auto ending = m_endings.begin(); ending != m_endings.end();) {
        const EventDraft& done = ending->second.done;
        if (m_promises - ending->second.promises > longestWait) {
            push(done, rankOf(done.kind));
            ownOf(done.task).isRunning = false;
            ending = m_endings.erase(ending);
        } else {
            limit = std::min(limit, done.stamp);
            ++ending;
        }
    }
    return limit;
}

void EventSorter::finish()
{
    for (const auto& [task, all] : m_inSteps) {
        const EventDraft& first = all.drafts[all.taken];
        // What comes after the task's last step was in one that was cut off.
        if (first.stamp > m_own[task].last) {
            EventDraft resume = first;
            resume.kind = EventKind::Resume;
            resume.word = Word::None;
            resume.detail = Event::none;
            push(resume, rankOf(resume.kind));
        }
        for (std::size_t i = all.taken; i < all.drafts.size(); ++i)
            push(all.drafts[i], rankOf(all.drafts[i].kind));
    }
    m_inSteps.clear();
    for (const auto& [task, ending] : m_endings)
        push(ending.done, rankOf(EventKind::Done));
    m_endings.clear();
    handOver(UINT64_MAX);
}

void EventSorter::handOver(std::uint64_t end)
{
    m_batch.clear();
    auto kept = m_waiting.begin();
    for (const EventDraft& draft : m_waiting) {
        if (draft.stamp < end)
            m_batch.push_back(draft);
        else
            *kept++ = draft;
    }
    m_waiting.erase(kept, m_waiting.end());
    m_kept = m_waiting.size();
    std::ranges::stable_sort(m_batch, {}, &EventDraft::stamp);
    for (const EventDraft& draft : m_batch)
        m_assembler.apply(draft);
}

}  // namespace coroscope
