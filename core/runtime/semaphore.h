// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <cstdint>
#include <string>

#include "core/runtime/waiter.h"

namespace coroscope {

/// A number of permits shared by tasks: asyncio.Semaphore.
///
/// Order     first come, first served: while somebody waits, a newcomer queues even if a permit is
///           free.
/// Resume    release() hands its permit to the oldest waiter, which goes on in a later pass.
/// Trace     Use (acquire, release) with the free permits as level; Suspend and Ready with
///           Word::Semaphore.
/// Errors    acquire(): CancelledError; a waiter that is cancelled after it was handed a permit
///           hands it on.
/// Lifetime  must outlive the tasks that wait for it, or its loop.
/// Source    asyncio/locks.py, class Semaphore (CPython 3.13)
class Semaphore : public SharedObject {
public:
    class Acquire {
    public:
        explicit Acquire(Semaphore& semaphore) noexcept : m_semaphore(semaphore) {}
        bool await_ready() { return m_semaphore.tryAcquire(); }
        template <RuntimePromise Promise>
        void await_suspend(std::coroutine_handle<Promise>)
        {
            m_waiter.emplace(m_semaphore, m_semaphore.m_waiters).park();
        }
        void await_resume();

    private:
        Semaphore& m_semaphore;
        std::optional<Waiter> m_waiter;  // empty: did not have to wait
    };

    /// Errors: std::invalid_argument for less than 0 permits.
    explicit Semaphore(EventLoop& loop, std::int64_t permits = 1,
                       const std::string& name = "semaphore");

    [[nodiscard]] Acquire acquire() noexcept { return Acquire(*this); }
    /// False if acquire() would wait.
    bool tryAcquire();
    virtual void release();

    [[nodiscard]] std::int64_t available() const noexcept { return m_available; }

private:
    bool wakeNext();
    void wakeAll();

    WaiterQueue m_waiters;
    std::int64_t m_available;
};

/// A semaphore that cannot have more permits than in the beginning: asyncio.BoundedSemaphore.
///
/// Errors  release() of more than were acquired: std::invalid_argument (Python's ValueError).
class BoundedSemaphore final : public Semaphore {
public:
    explicit BoundedSemaphore(EventLoop& loop, std::int64_t permits = 1,
                              const std::string& name = "semaphore");

    void release() override;

private:
    const std::int64_t m_bound;
};

}  // namespace coroscope
