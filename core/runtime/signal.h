// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/runtime/waiter.h"

namespace coroscope {

/// A flag that tasks can wait for: asyncio.Event. Called Signal here, since an Event is a row of
/// the trace.
///
/// Order     set() wakes all who wait, in the order in which they came.
/// Resume    in a later pass; a waiter that was woken goes on even if the flag was cleared since.
/// Trace     Use (set, clear) with level 1 or 0; Suspend and Ready with Word::Event.
/// Errors    wait(): CancelledError.
/// Lifetime  must outlive the tasks that wait for it, or its loop.
/// Source    asyncio/locks.py, class Event
class Signal final : public SharedObject {
public:
    class WaitAwaiter : public ParkAwaiter {
    public:
        explicit WaitAwaiter(Signal& signal) noexcept
            : ParkAwaiter(signal, signal.m_waiters),
              m_signal(signal)
        {
        }
        bool await_ready() const noexcept { return m_signal.m_isSet; }
        void await_resume()
        {
            if (m_waiter)
                ParkAwaiter::await_resume();
        }

    private:
        const Signal& m_signal;
    };

    explicit Signal(EventLoop& loop, const std::string& name = "event");
    /// The flag inside another object.
    Signal(const SharedObject& whole, PartUse use) : SharedObject(whole, use) {}

    /// Does not suspend if the flag is set.
    [[nodiscard]] WaitAwaiter wait() noexcept { return WaitAwaiter(*this); }
    void set();
    void clear();
    [[nodiscard]] bool isSet() const noexcept { return m_isSet; }

private:
    WaiterQueue m_waiters;
    bool m_isSet = false;
};

}  // namespace coroscope
