// SPDX-License-Identifier: MIT
#include "core/runtime/timer_queue.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace coroscope {
namespace {

// Both measured: below, a binary heap is faster; fewer dead entries are not worth a search.
constexpr std::size_t mostInHeap = 4096;
constexpr std::size_t keptCancelled = 100;

// How many calls of takeFirst() ahead the memory of a timer is asked for: its slot, the frame of
// the coroutine that it stands in, then the task.
constexpr std::size_t slotAhead = 8;
constexpr std::size_t frameAhead = 4;
constexpr std::size_t taskAhead = 2;
// Where a sleeper's frame and task usually begin, seen from the timer and the task, and how far
// they reach.
constexpr int frameBegin = -192;
constexpr int frameEnd = 64;
constexpr int taskEnd = 128;

// Always inline: g++ 12 drops calls of functions that do nothing but prefetch. Nothing need be
// there.
[[gnu::always_inline]] inline void fetchLines(const void* memory, int begin, int end) noexcept
{
    constexpr int line = 64;
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    for (int at = begin; at < end; at += line)
        __builtin_prefetch(
            reinterpret_cast<const void*>(address + static_cast<std::uintptr_t>(at)));
}

}  // namespace

void TimerQueue::add(Ticks deadline, Timer& timer)
{
    assert(timer.m_state == Timer::State::Idle);
    if (entries() == 0)
        m_sequence = 0;
    timer.m_slot = takeSlot(timer);
    timer.m_state = Timer::State::Pending;
    addEntry({deadline, m_sequence++, timer.m_slot});
    ++m_pending;
}

void TimerQueue::addEntry(const TimerEntry& entry)
{
    if (m_heap.size() == mostInHeap)
        changeToMany();
    if (m_many.isEmpty()) {
        m_heap.push_back(entry);
        std::ranges::push_heap(m_heap, isLater);
    } else {
        m_many.add(entry);
    }
}

void TimerQueue::changeToMany()
{
    std::ranges::sort(m_heap, [](const auto& a, const auto& b) { return isLater(b, a); });
    for (const TimerEntry& entry : m_heap)
        m_many.add(entry);
    m_heap.clear();
}

void TimerQueue::cancel(Timer& timer) noexcept
{
    assert(timer.m_state == Timer::State::Pending && m_slots[timer.m_slot].timer == &timer);
    m_slots[timer.m_slot].timer = nullptr;
    timer.m_state = Timer::State::Idle;
    --m_pending;
    const std::size_t cancelled = entries() - m_pending;
    if (cancelled > keptCancelled && cancelled > m_pending)
        dropCancelled();
}

Ticks TimerQueue::nextDeadline()
{
    if (entries() > m_pending)
        dropCancelledFirst();
    return lowest();
}

Timer* TimerQueue::popDue(Ticks now)
{
    while (entries() > 0 && lowest() <= now) {
        const std::uint32_t slot = takeFirst().slot;
        Timer* const timer = m_slots[slot].timer;
        freeSlot(slot);
        if (timer != nullptr) {
            timer->m_state = Timer::State::Idle;
            --m_pending;
            return timer;
        }
    }
    return nullptr;
}

Ticks TimerQueue::lowest()
{
    return m_many.isEmpty() ? m_heap.front().deadline : m_many.lowest();
}

// Asks for the memory of timers that come soon, which has left the cache long ago; each part is
// reached through the one before.
[[gnu::always_inline]] inline void TimerQueue::fetchNext() const
{
    if (const TimerEntry* const entry = m_many.peek(slotAhead))
        __builtin_prefetch(&m_slots[entry->slot]);
    if (const TimerEntry* const entry = m_many.peek(frameAhead))
        fetchLines(m_slots[entry->slot].timer, frameBegin, frameEnd);
    if (const TimerEntry* const entry = m_many.peek(taskAhead)) {
        if (const Timer* const timer = m_slots[entry->slot].timer)
            fetchLines(timer->m_touched, 0, taskEnd);
    }
}

TimerEntry TimerQueue::takeFirst()
{
    if (!m_many.isEmpty()) {
        const TimerEntry first = m_many.takeFirst();
        fetchNext();
        return first;
    }
    const TimerEntry first = m_heap.front();
    std::ranges::pop_heap(m_heap, isLater);
    m_heap.pop_back();
    return first;
}

bool TimerQueue::freeIfCancelled(const TimerEntry& entry)
{
    const bool isCancelled = m_slots[entry.slot].timer == nullptr;
    if (isCancelled)
        freeSlot(entry.slot);
    return isCancelled;
}

void TimerQueue::dropCancelledFirst()
{
    while (!m_heap.empty() && freeIfCancelled(m_heap.front()))
        takeFirst();
    m_many.removeLowestIf([this](const TimerEntry& entry) { return freeIfCancelled(entry); });
}

void TimerQueue::dropCancelled()
{
    const auto isCancelled = [this](const TimerEntry& entry) { return freeIfCancelled(entry); };
    if (std::erase_if(m_heap, isCancelled) > 0)
        std::ranges::make_heap(m_heap, isLater);
    m_many.removeIf(isCancelled);
}

std::uint32_t TimerQueue::takeSlot(Timer& timer)
{
    if (m_firstFree == noSlot) {
        m_slots.push_back({&timer});
        return static_cast<std::uint32_t>(m_slots.size() - 1);
    }
    const std::uint32_t slot = m_firstFree;
    m_firstFree = m_slots[slot].nextFree;
    m_slots[slot].timer = &timer;
    return slot;
}

void TimerQueue::freeSlot(std::uint32_t slot) noexcept
{
    m_slots[slot].nextFree = std::exchange(m_firstFree, slot);
}

}  // namespace coroscope
