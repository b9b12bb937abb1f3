// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "core/runtime/queue.h"

namespace coroscope {

/// Gives futures in the order in which they end: asyncio.as_completed.
///
/// Order     of the callbacks of their ends.
/// Resume    a future's end, then one callback, then the waiter: two passes. next() does not
///           suspend when a future has ended that was not given yet.
/// Trace     Suspend with Word::Wait and the tasks that are still awaited.
/// Errors    next(): CancelledError. What a future raised is not raised here.
/// Lifetime  may go before the futures do.
/// Source    asyncio/tasks.py, class _AsCompletedIterator
class AsCompleted {
public:
    /// A future that is given twice counts once.
    AsCompleted(EventLoop& loop, const std::vector<Ref<FutureBase>>& futures);
    AsCompleted(const AsCompleted&) = delete;
    AsCompleted& operator=(const AsCompleted&) = delete;
    ~AsCompleted();

    /// Whether next() has not been called for every future.
    [[nodiscard]] bool hasNext() const noexcept { return m_left > 0; }
    /// The next future that has ended. Precondition: hasNext().
    [[nodiscard]] Coroutine<Ref<FutureBase>> next();

private:
    class Ended;
    class FutureDone;

    const Ref<Ended> m_ended;
    std::size_t m_left = 0;
};

}  // namespace coroscope
