// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/ticks.h"
#include "core/runtime/callback.h"
#include "core/runtime/radix_heap.h"
#include "core/runtime/ready_queue.h"
#include "core/trace/chunked_vector.h"

namespace coroscope {

/// A callback for a later time: asyncio's TimerHandle. It pends in a TimerQueue, then stands in
/// the ready queue, then has run.
class Timer : public Callback {
public:
    using Fire = void (*)(Timer&);

    explicit Timer(Fire fire) noexcept : Callback(&Timer::runDue), m_fire(fire) {}

protected:
    /// Memory besides the timer's own that firing will touch: among many timers, it is asked for in
    /// time.
    void willTouch(const void* memory) noexcept { m_touched = memory; }

private:
    friend class EventLoop;
    friend class TimerQueue;

    enum class State : std::uint8_t { Idle, Pending, Due };

    static void runDue(Callback& callback)
    {
        auto& timer = static_cast<Timer&>(callback);
        timer.m_state = State::Idle;
        timer.m_fire(timer);
    }

    const Fire m_fire;
    const void* m_touched = nullptr;
    ReadyQueue::Position m_position = 0;  // while Due
    std::uint32_t m_slot = 0;             // while Pending
    State m_state = State::Idle;
};

/// Timers by deadline; equal deadlines in order of creation, which is what a real clock shows,
/// since it never stands still between two calls.
///
/// Shape  16-byte entries, and a table of slots that they refer to, so that cancelling is O(1): the
///        slot is emptied, its entry dropped when it comes to the top, or with all such entries
///        when they are more than half (asyncio's rule). The entries are a binary heap as long
///        as they are few, a RadixHeap from there until it is empty.
/// Cost   add and pop O(log n) while few, else O(1) and O(64) amortized
class TimerQueue {
public:
    [[nodiscard]] bool isEmpty() const noexcept { return m_pending == 0; }
    [[nodiscard]] std::size_t size() const noexcept { return m_pending; }

    void add(Ticks deadline, Timer& timer);
    /// Precondition: the timer pends in this queue.
    void cancel(Timer& timer) noexcept;

    /// Precondition: not empty.
    [[nodiscard]] Ticks nextDeadline();
    /// Takes out the first timer if it is due at `now`, else null.
    Timer* popDue(Ticks now);

private:
    static bool isLater(const TimerEntry& a, const TimerEntry& b) noexcept
    {
        return a.deadline != b.deadline ? a.deadline > b.deadline : a.sequence > b.sequence;
    }

    [[nodiscard]] Ticks lowest();
    TimerEntry takeFirst();
    void fetchNext() const;
    void addEntry(const TimerEntry& entry);
    void changeToMany();
    bool freeIfCancelled(const TimerEntry& entry);
    void dropCancelledFirst();
    void dropCancelled();
    [[nodiscard]] std::size_t entries() const noexcept { return m_heap.size() + m_many.size(); }
    std::uint32_t takeSlot(Timer& timer);

    // Of an entry: its timer, null when that was cancelled. Of no entry: the next such one.
    union Slot {
        Timer* timer;
        std::uint32_t nextFree;
    };
    static constexpr std::uint32_t noSlot = 0xffffffff;

    void freeSlot(std::uint32_t slot) noexcept;

    std::vector<TimerEntry> m_heap;
    RadixHeap m_many;  // not empty: m_heap is
    ChunkedVector<Slot, 4096> m_slots;
    std::uint32_t m_firstFree = noSlot;
    std::size_t m_pending = 0;
    std::uint32_t m_sequence = 0;
};

}  // namespace coroscope
