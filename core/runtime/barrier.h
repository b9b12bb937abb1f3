// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "core/runtime/condition.h"

namespace coroscope {

/// Holds tasks until a number of them has come, then lets all go: asyncio.Barrier.
///
/// Order     they leave in the order in which they came, after the last one; who comes while they
///           leave waits until all have left.
/// Trace     Suspend and Ready with Word::Barrier.
/// Errors    BrokenBarrierError after abort(), or for those whom reset() finds waiting.
///           A waiter that is cancelled no longer counts.
/// Lifetime  must outlive the tasks that wait for it, or its loop.
/// Source    asyncio/locks.py, class Barrier
class Barrier final : public SharedObject {
public:
    /// Errors: std::invalid_argument for less than 1 party.
    Barrier(EventLoop& loop, std::int64_t parties, const std::string& name = "barrier");

    /// How many had come before this one.
    [[nodiscard]] Coroutine<std::int64_t> wait();
    [[nodiscard]] Coroutine<> reset();
    [[nodiscard]] Coroutine<> abort();

    [[nodiscard]] std::int64_t parties() const noexcept { return m_parties; }
    [[nodiscard]] std::int64_t waiting() const noexcept;
    [[nodiscard]] bool isBroken() const noexcept { return m_state == State::Broken; }

private:
    enum class State { Filling, Draining, Resetting, Broken };

    [[nodiscard]] Coroutine<std::int64_t> pass();
    [[nodiscard]] Coroutine<> waitUntilFull();
    void leave();

    const std::int64_t m_parties;
    Condition m_changed;
    State m_state = State::Filling;
    std::int64_t m_count = 0;
};

}  // namespace coroscope
