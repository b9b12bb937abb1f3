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
    assert(timer.m_state == Timer::State::Pending && m_slots[timer.m_slot] == &timer);
    m_slots[timer.m_slot] = nullptr;
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
        Timer* const timer = std::exchange(m_slots[slot], nullptr);
        m_freeSlots.push_back(slot);
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

TimerEntry TimerQueue::takeFirst()
{
    if (!m_many.isEmpty()) {
        // Asks for the memory of timers that are due soon: it has left the cache long ago.
        return m_many.takeFirst([this](const TimerEntry& entry, std::size_t near) {
            if (near <= 16)
                __builtin_prefetch(m_slots[entry.slot]);
            else
                __builtin_prefetch(&m_slots[entry.slot]);
        });
    }
    const TimerEntry first = m_heap.front();
    std::ranges::pop_heap(m_heap, isLater);
    m_heap.pop_back();
    return first;
}

bool TimerQueue::freeIfCancelled(const TimerEntry& entry)
{
    const bool isCancelled = m_slots[entry.slot] == nullptr;
    if (isCancelled)
        m_freeSlots.push_back(entry.slot);
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
    if (m_freeSlots.empty()) {
        m_slots.push_back(&timer);
        return static_cast<std::uint32_t>(m_slots.size() - 1);
    }
    const std::uint32_t slot = m_freeSlots.back();
    m_freeSlots.pop_back();
    m_slots[slot] = &timer;
    return slot;
}

}  // namespace coroscope
