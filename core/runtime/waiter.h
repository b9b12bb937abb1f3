// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/runtime/await.h"
#include "core/runtime/shared_object.h"

namespace coroscope {

class Waiter;

/// Who waits for an object, oldest first: the deque of futures that asyncio's primitives keep.
///
/// Order     first come, first served. A waiter that was woken or cancelled stays in the queue
///           until its task runs, unless the object takes it out before, as asyncio does it.
/// Lifetime  waiters take themselves out when they go.
/// Cost      add, remove O(1)
class WaiterQueue {
public:
    WaiterQueue() = default;
    WaiterQueue(const WaiterQueue&) = delete;
    WaiterQueue& operator=(const WaiterQueue&) = delete;
    ~WaiterQueue();

    [[nodiscard]] bool isEmpty() const noexcept { return m_first == nullptr; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    /// Whether any is not cancelled.
    [[nodiscard]] bool hasLive() const noexcept;

    [[nodiscard]] Waiter* first() const noexcept { return m_first; }
    /// The oldest that is neither woken nor cancelled; null if there is none.
    [[nodiscard]] Waiter* firstPending() const noexcept;

    /// Wakes up to `most`, oldest first; those that are awake or cancelled do not count.
    std::size_t wake(std::size_t most);
    /// Takes waiters out until one could be woken.
    void takeAndWakeOne();

private:
    friend class Waiter;

    Waiter* m_first = nullptr;
    Waiter* m_last = nullptr;
    std::size_t m_size = 0;
};

/// One task's place in the queue of an object: the future that it awaits there.
///
/// Lifetime  stands in the awaiter, in the waiting coroutine's frame: nothing is allocated.
class Waiter final : public Future<void> {
public:
    Waiter(const SharedObject& object, WaiterQueue& queue);
    ~Waiter() override { leave(); }

    [[nodiscard]] Waiter* following() const noexcept { return m_following; }

    /// Suspends the running task until it is woken.
    void park();
    /// After park(): throws CancelledError if the task was cancelled meanwhile.
    void finish();
    /// Out of the queue, if it is still in it.
    void leave() noexcept;

    [[nodiscard]] Word awaitedAs() const override { return m_object.kind(); }
    [[nodiscard]] Wait describeWait(std::vector<TaskId>& tasks) const override;

private:
    friend class WaiterQueue;

    const SharedObject& m_object;
    WaiterQueue* m_queue;
    Waiter* m_previous = nullptr;
    Waiter* m_following = nullptr;
    TaskBase* m_task = nullptr;
};

/// Waits in a queue until woken; leaves the queue in any case.
///
/// Errors  CancelledError
class ParkAwaiter {
public:
    ParkAwaiter(const SharedObject& object, WaiterQueue& queue) noexcept
        : m_object(object),
          m_queue(queue)
    {
    }

    bool await_ready() const noexcept { return false; }
    template <RuntimePromise Promise>
    void await_suspend(std::coroutine_handle<Promise>)
    {
        m_waiter.emplace(m_object, m_queue).park();
    }
    void await_resume()
    {
        m_waiter->leave();
        m_waiter->finish();
    }

protected:
    const SharedObject& m_object;
    WaiterQueue& m_queue;
    std::optional<Waiter> m_waiter;
};

}  // namespace coroscope
