// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <utility>

#include "core/runtime/await.h"
#include "core/runtime/timeout.h"

namespace coroscope {

/// Cancels a future and waits until it is done, without awaiting it: cancelling the waiter does
/// not cancel it again.
///
/// Resume  the future's end, then one callback, then the waiter: two passes.
/// Errors  CancelledError when the waiter is cancelled.
/// Source  asyncio/tasks.py, _cancel_and_wait()
[[nodiscard]] Coroutine<> cancelAndWait(Ref<FutureBase> future);

namespace detail {

template <typename T, typename F>
Coroutine<T> resultOf(Ref<F> future)
{
    if constexpr (std::is_void_v<T>)
        co_await std::move(future);
    else
        co_return co_await std::move(future);
}

// The time limit is over before it began.
template <typename T, typename F>
Coroutine<T> cancelAtOnce(Ref<F> future)
{
    if (!future->isDone()) {
        co_await cancelAndWait(Ref<FutureBase>(future));
        if (future->isCancelled())
            throw TimeoutError();
    }
    Coroutine<T> result = resultOf<T, F>(std::move(future));
    if constexpr (std::is_void_v<T>)
        co_await std::move(result);
    else
        co_return co_await std::move(result);
}

}  // namespace detail

/// asyncio.wait_for of a future or task: its result, or TimeoutError when time is up.
///
/// Resume  a future that ends in time wakes the caller itself. At the deadline the future is
///         cancelled; the caller goes on when it is done.
/// Errors  TimeoutError; CancelledError; what the future raises. A future that is done in the same
///         pass as the deadline comes too late (CPython 3.12 and later).
/// Source  asyncio/tasks.py, wait_for()
template <typename T, typename F>
[[nodiscard]] Coroutine<T> waitForFuture(Ref<F> future, std::optional<Ticks> timeout)
{
    if (timeout && *timeout <= Ticks{})
        return detail::cancelAtOnce<T, F>(std::move(future));
    return withTimeout<T>(timeout, detail::resultOf<T, F>(std::move(future)));
}

template <typename T>
[[nodiscard]] Coroutine<T> waitFor(Ref<Task<T>> task, std::optional<Ticks> timeout)
{
    return waitForFuture<T>(std::move(task), timeout);
}

template <typename T>
[[nodiscard]] Coroutine<T> waitFor(Ref<Future<T>> future, std::optional<Ticks> timeout)
{
    return waitForFuture<T>(std::move(future), timeout);
}

/// asyncio.wait_for of a coroutine: runs inside the caller's task. With a timeout that is over at
/// once it becomes a task which never starts.
template <typename T>
[[nodiscard]] Coroutine<T> waitFor(Coroutine<T> body, std::optional<Ticks> timeout,
                                   TaskNames names = {})
{
    if (timeout && *timeout <= Ticks{})
        return waitForFuture<T>(createTask(std::move(body), std::move(names)), timeout);
    return withTimeout<T>(timeout, std::move(body));
}

}  // namespace coroscope
