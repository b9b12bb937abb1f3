// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <cstdint>
#include <string>

#include "core/replay/recorded_program.h"
#include "core/runtime/waiter.h"

namespace coroscope::replay {

/// A recorded lock, semaphore or queue in the runtime.
///
/// Order  first come, first served; a permit that is given back goes to the oldest waiter.
/// Trace  Use in the words and levels of the object's kind; Suspend and Ready with that kind.
class Permits final : public SharedObject {
public:
    class Take {
    public:
        explicit Take(Permits& permits) noexcept : m_permits(permits) {}
        bool await_ready() { return m_permits.tryTake(); }
        template <RuntimePromise Promise>
        void await_suspend(std::coroutine_handle<Promise>)
        {
            m_waiter.emplace(m_permits, m_permits.m_waiters).park();
        }
        void await_resume();

    private:
        Permits& m_permits;
        std::optional<Waiter> m_waiter;
    };

    Permits(EventLoop& loop, const RecordedObject& object, const std::string& name);

    /// Errors: CancelledError.
    [[nodiscard]] Take take() noexcept { return Take(*this); }
    void give();

private:
    bool tryTake();
    void wakeFirst();
    void recordChange(Word what) const;

    WaiterQueue m_waiters;
    std::int64_t m_free;
};

}  // namespace coroscope::replay
