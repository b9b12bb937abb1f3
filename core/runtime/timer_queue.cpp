// SPDX-License-Identifier: MIT
#include "core/runtime/timer_queue.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace coroscope {

void TimerQueue::add(Ticks deadline, Timer& timer)
{
    assert(timer.m_state == Timer::State::Idle);
    if (m_heap.empty())
        m_sequence = 0;
    timer.m_slot = takeSlot(timer);
    timer.m_state = Timer::State::Pending;
    m_heap.push_back({deadline, m_sequence++, timer.m_slot});
    std::ranges::push_heap(m_heap, isLater);
    ++m_pending;
}

void TimerQueue::cancel(Timer& timer) noexcept
{
    assert(timer.m_state == Timer::State::Pending && m_slots[timer.m_slot] == &timer);
    m_slots[timer.m_slot] = nullptr;
    timer.m_state = Timer::State::Idle;
    --m_pending;
}

Ticks TimerQueue::nextDeadline()
{
    dropCancelled();
    return m_heap.front().deadline;
}

Timer* TimerQueue::popDue(Ticks now)
{
    dropCancelled();
    if (m_heap.empty() || m_heap.front().deadline > now)
        return nullptr;
    const std::uint32_t slot = m_heap.front().slot;
    std::ranges::pop_heap(m_heap, isLater);
    m_heap.pop_back();
    Timer* const timer = std::exchange(m_slots[slot], nullptr);
    m_freeSlots.push_back(slot);
    timer->m_state = Timer::State::Idle;
    --m_pending;
    return timer;
}

void TimerQueue::dropCancelled()
{
    while (!m_heap.empty() && m_slots[m_heap.front().slot] == nullptr) {
        m_freeSlots.push_back(m_heap.front().slot);
        std::ranges::pop_heap(m_heap, isLater);
        m_heap.pop_back();
    }
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
