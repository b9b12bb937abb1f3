// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <optional>
#include <utility>

#include "core/runtime/coroutine.h"
#include "core/runtime/event_loop.h"

namespace coroscope {

/// A time limit for what the running task does from now until finish(): asyncio.timeout.
///
/// Order     a limit of 0 lets the body run up to its first suspension.
/// Resume    at the deadline the task is cancelled, whatever it awaits then.
/// Errors    finish() makes a TimeoutError of the CancelledError that the limit caused, unless the
///           task was cancelled by somebody else as well.
/// Lifetime  stands in the frame of the coroutine whose body it limits.
/// Source    asyncio/timeouts.py
class Timeout {
public:
    /// `delay`: none for no limit.
    Timeout(TaskBase& task, std::optional<Ticks> delay);
    Timeout(const Timeout&) = delete;
    Timeout& operator=(const Timeout&) = delete;
    ~Timeout();

    /// Call once when the body was left, with what it threw (null: nothing). Gives what is to be
    /// thrown on.
    [[nodiscard]] std::exception_ptr finish(std::exception_ptr error);

    [[nodiscard]] bool hasExpired() const noexcept { return m_hasExpired; }

private:
    class Expiry final : public Timer {
    public:
        explicit Expiry(Timeout& owner) noexcept
            : Timer([](Timer& timer) { static_cast<Expiry&>(timer).m_owner.expire(); }),
              m_owner(owner)
        {
        }

    private:
        Timeout& m_owner;
    };

    void expire();

    TaskBase& m_task;
    const int m_cancelRequests;
    bool m_hasExpired = false;
    Expiry m_timer{*this};
};

/// `async with asyncio.timeout(delay): return await body`, in the task that awaits it.
template <typename T>
[[nodiscard]] Coroutine<T> withTimeout(std::optional<Ticks> delay, Coroutine<T> body)
{
    Timeout limit(*EventLoop::running().currentTask(), delay);
    std::exception_ptr error;
    if constexpr (std::is_void_v<T>) {
        try {
            co_await std::move(body);
        } catch (...) {
            error = std::current_exception();
        }
        error = limit.finish(std::move(error));
        if (error)
            std::rethrow_exception(error);
    } else {
        std::optional<T> result;
        try {
            result = co_await std::move(body);
        } catch (...) {
            error = std::current_exception();
        }
        error = limit.finish(std::move(error));
        if (error)
            std::rethrow_exception(error);
        co_return std::move(*result);
    }
}

}  // namespace coroscope
