// SPDX-License-Identifier: MIT
#pragma once

#include <coroutine>
#include <utility>

#include "core/runtime/event_loop.h"

namespace coroscope {

/// `co_await` on a reference to a future or task: its result, or its exception is thrown.
///
/// Resume  at once if it is done; otherwise through the ready queue after it is done.
/// Errors  CancelledError if the waiting task is cancelled; that is passed on to what it awaits.
///         logic_error (RuntimeError) for a task that awaits itself, and from then on for whoever
///         awaits that task, as CPython's C code leaves its mark set (_asynciomodule.c).
/// Source  asyncio/futures.py, Future.__await__
template <typename F>
class FutureAwaiter {
public:
    explicit FutureAwaiter(Ref<F> future) noexcept : m_future(std::move(future)) {}

    bool await_ready() const { return m_future->isDoneOrAwaitable(); }
    template <RuntimePromise Promise>
    void await_suspend(std::coroutine_handle<Promise>)
    {
        m_waiter = m_future->loop().currentTask();
        m_isItself = &m_waiter->future() == m_future.get();
        if (m_isItself)
            m_future->spoilAwaiting();  // and waits for nothing: a yield
        else if constexpr (std::is_base_of_v<TaskBase, F>)
            m_waiter->waitForTask(*m_future);
        else
            m_waiter->waitFor(*m_future);
    }
    typename F::Value await_resume() const
    {
        if (m_waiter != nullptr)
            m_waiter->throwIfCancelled(*m_future);
        if (m_isItself)
            throw std::logic_error("Task cannot await on itself: <Task pending>");
        if constexpr (std::is_void_v<typename F::Value>)
            static_cast<void>(m_future->result());
        else
            return m_future->result();
    }

private:
    Ref<F> m_future;
    TaskBase* m_waiter = nullptr;  // null: did not have to wait
    bool m_isItself = false;
};

template <typename F>
    requires std::is_base_of_v<FutureBase, F> FutureAwaiter<F>
operator co_await(Ref<F> future) noexcept
{
    return FutureAwaiter<F>(std::move(future));
}

/// `await asyncio.sleep(0)`: gives the others one turn. Suspends without a word, from which the
/// task sees that it is ready again.
class YieldAwaiter {
public:
    YieldAwaiter() noexcept {}

    bool await_ready() const noexcept { return false; }
    template <RuntimePromise Promise>
    void await_suspend(std::coroutine_handle<Promise>) const noexcept
    {}
    void await_resume() const { EventLoop::running().currentTask()->throwIfCancelled(); }
};

[[nodiscard]] inline YieldAwaiter yield() noexcept
{
    return {};
}

}  // namespace coroscope
