// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

#include "core/runtime/lock.h"

namespace coroscope {

/// A lock whose holder can wait until somebody else, holding it, says that things changed:
/// asyncio.Condition.
///
/// Order     notify() wakes the oldest waiters; each then queues for the lock.
/// Resume    wait() gives the lock up and has it again when it returns or throws.
/// Trace     Use (acquire, release, notify: how many were woken); Suspend and Ready with
///           Word::Condition.
/// Errors    std::logic_error when the lock is not held. wait(): CancelledError, raised only when
///           the lock is held again; a notification that it may have had is passed on.
/// Lifetime  must outlive the tasks that wait for it, or its loop.
/// Source    asyncio/locks.py, class Condition (CPython 3.13)
class Condition final : public SharedObject {
public:
    explicit Condition(EventLoop& loop, const std::string& name = "condition");
    /// The condition inside another object.
    Condition(const SharedObject& whole, PartUse use);

    [[nodiscard]] Lock::Acquire acquire() noexcept { return m_lock.acquire(); }
    /// False if acquire() would wait.
    bool tryAcquire() { return m_lock.tryAcquire(); }
    void release() { m_lock.release(); }
    [[nodiscard]] bool isLocked() const noexcept { return m_lock.isLocked(); }

    [[nodiscard]] Coroutine<> wait();
    void notify(std::size_t most = 1);
    void notifyAll();

private:
    void requireLocked(const char* message) const;

    Lock m_lock;
    WaiterQueue m_waiters;
};

}  // namespace coroscope
