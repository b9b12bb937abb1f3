// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <string>

#include "core/runtime/waiter.h"

namespace coroscope {

/// One task at a time holds it: asyncio.Lock.
///
/// Order     first come, first served: while somebody waits, a newcomer queues even if the lock is
///           free at that moment.
/// Resume    release() wakes the oldest waiter, which takes the lock when its task runs, in a later
///           pass; between the two the lock is free and yet cannot be had.
/// Trace     Use (acquire, release) with level 1 or 0; Suspend and Ready with Word::Lock.
/// Errors    release() of a lock that nobody holds: std::logic_error. acquire(): CancelledError;
///           a waiter that is cancelled wakes the next one if the lock is free.
/// Lifetime  must outlive the tasks that wait for it, or its loop.
/// Source    asyncio/locks.py, class Lock
class Lock final : public SharedObject {
public:
    class Acquire {
    public:
        explicit Acquire(Lock& lock) noexcept : m_lock(lock) {}
        bool await_ready() { return m_lock.tryAcquire(); }
        template <RuntimePromise Promise>
        void await_suspend(std::coroutine_handle<Promise>)
        {
            m_waiter.emplace(m_lock, m_lock.m_waiters).park();
        }
        void await_resume();

    private:
        Lock& m_lock;
        std::optional<Waiter> m_waiter;  // empty: did not have to wait
    };

    explicit Lock(EventLoop& loop, const std::string& name = "lock");
    /// The lock inside another object.
    Lock(const SharedObject& whole, PartUse use) : SharedObject(whole, use) {}

    [[nodiscard]] Acquire acquire() noexcept { return Acquire(*this); }
    /// False if acquire() would wait.
    bool tryAcquire();
    void release();

    [[nodiscard]] bool isLocked() const noexcept { return m_isLocked; }

private:
    void take();
    void wakeFirst();

    WaiterQueue m_waiters;
    bool m_isLocked = false;
};

}  // namespace coroscope
