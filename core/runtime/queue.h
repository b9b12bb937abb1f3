// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <string>
#include <utility>

#include "core/runtime/coroutine.h"
#include "core/runtime/queue_base.h"

namespace coroscope {

/// Hands items from tasks to tasks, first in, first out: asyncio.Queue.
///
/// Order     an item wakes the oldest getter, which looks again when its task runs: somebody who
///           comes in between may have taken the item, and the getter queues again, at the end.
///           The same for putters and room.
/// Resume    put() and get() do not suspend when there is room, or an item.
/// Trace     Use (put, get) with the length as level; Suspend and Ready with Word::Queue.
/// Errors    putNow(): QueueFull. getNow(): QueueEmpty. put(), get(): CancelledError; whoever was
///           woken and cannot go on wakes the next.
/// Lifetime  must outlive the tasks that wait for it, or its loop.
/// Source    asyncio/queues.py
template <typename T>
class Queue : public QueueBase {
public:
    explicit Queue(EventLoop& loop, std::size_t maxSize = 0, const std::string& name = "queue")
        : QueueBase(loop, maxSize, name)
    {
    }

    [[nodiscard]] Coroutine<> put(T item)
    {
        while (isFull())
            co_await waitForRoom();
        putNow(std::move(item));
    }
    void putNow(T item)
    {
        requireRoom();
        store(std::move(item));
        itemWasPut();
    }

    [[nodiscard]] Coroutine<T> get()
    {
        while (isEmpty())
            co_await waitForItem();
        co_return getNow();
    }
    T getNow()
    {
        requireItem();
        T item = take();
        itemWasTaken();
        return item;
    }

    [[nodiscard]] std::size_t size() const override { return m_items.size(); }

    /// Frees what stands in it, and tells nobody: for items that hold the queue itself.
    void dropItems() noexcept { const auto dropped = std::exchange(m_items, {}); }

protected:
    Queue(EventLoop& loop, Word kind) : QueueBase(loop, kind) {}

    virtual void store(T item) { m_items.push_back(std::move(item)); }
    /// Precondition: not empty.
    virtual T take()
    {
        T item = std::move(m_items.front());
        m_items.pop_front();
        return item;
    }

    std::deque<T> m_items;
};

/// Gives the newest item first: asyncio.LifoQueue.
template <typename T>
class LifoQueue final : public Queue<T> {
public:
    using Queue<T>::Queue;

private:
    T take() override
    {
        T item = std::move(this->m_items.back());
        this->m_items.pop_back();
        return item;
    }
};

}  // namespace coroscope
