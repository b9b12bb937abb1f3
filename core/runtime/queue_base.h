// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <cstddef>
#include <string>

#include "core/runtime/signal.h"

namespace coroscope {

/// The part of a queue that does not depend on what stands in it.
class QueueBase : public SharedObject {
public:
    /// The number of items in it.
    [[nodiscard]] virtual std::size_t size() const = 0;
    /// 0: without limit.
    [[nodiscard]] std::size_t maxSize() const noexcept { return m_maxSize; }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] bool isFull() const { return m_maxSize > 0 && size() >= m_maxSize; }

    /// An item that was taken out has been dealt with. Errors: std::invalid_argument (Python's
    /// ValueError) when that was said of all items already.
    void taskDone();
    /// Waits until every item that was put was also said to be done.
    [[nodiscard]] Signal::WaitAwaiter join() noexcept { return m_allDone.wait(); }

protected:
    QueueBase(EventLoop& loop, std::size_t maxSize, const std::string& name);
    /// One without a name; see SharedObject.
    QueueBase(EventLoop& loop, Word kind);

    /// Waits in one of the two queues until woken, once. Whoever fails to use its turn hands it on.
    class Turn : public ParkAwaiter {
    public:
        Turn(QueueBase& queue, WaiterQueue& waiters, bool (QueueBase::*isBlocked)() const) noexcept
            : ParkAwaiter(queue, waiters),
              m_owner(queue),
              m_isBlocked(isBlocked)
        {
        }
        void await_resume();

    private:
        const QueueBase& m_owner;
        bool (QueueBase::*const m_isBlocked)() const;
    };
    [[nodiscard]] Turn waitForItem() noexcept
    {
        return Turn(*this, m_getters, &QueueBase::isEmpty);
    }
    [[nodiscard]] Turn waitForRoom() noexcept { return Turn(*this, m_putters, &QueueBase::isFull); }

    void requireRoom() const;  ///< throws QueueFull
    void requireItem() const;  ///< throws QueueEmpty
    void itemWasPut();
    void itemWasTaken();

private:
    const std::size_t m_maxSize;
    WaiterQueue m_getters;
    WaiterQueue m_putters;
    std::size_t m_unfinished = 0;
    Signal m_allDone;
};

}  // namespace coroscope
