// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/runtime/callback.h"
#include "core/runtime/errors.h"
#include "core/runtime/ref.h"
#include "core/trace/trace.h"

namespace coroscope {

class EventLoop;
class TaskBase;

/// What is the same for futures of every type: asyncio.Future without its value.
///
/// Order   done-callbacks are put into the ready queue in the order of their registration; none
///         is ever called from within setResult(), setException() or cancel().
/// Errors  InvalidStateError when it is given a result twice.
/// Source  asyncio/futures.py
class FutureBase : public RefCounted {
public:
    enum class State : std::uint8_t { Pending, Finished, Cancelled };

    [[nodiscard]] EventLoop& loop() const noexcept { return m_loop; }
    [[nodiscard]] bool isDone() const noexcept { return m_state != State::Pending; }
    [[nodiscard]] bool isCancelled() const noexcept { return m_state == State::Cancelled; }
    /// Whether it ended otherwise than with a result. Costs less than exception().
    [[nodiscard]] bool hasFailed() const noexcept { return isCancelled() || hasException(); }

    /// The exception that it ended with, a CancelledError if it was cancelled; null if it has a
    /// result. The CancelledError that ended a task is given once, with its message; after that,
    /// as in CPython, a new one. Precondition: isDone().
    [[nodiscard]] std::exception_ptr exception() const;
    /// A CancelledError that stands for this future, cancelled or not.
    [[nodiscard]] std::exception_ptr cancelledError() const;
    /// The message of the latest cancel() that had effect.
    [[nodiscard]] CancelMessage cancelMessage() const;

    /// False, and nothing happens, when it is done already.
    virtual bool cancel(const CancelMessage& message = {});
    void setException(std::exception_ptr exception);

    /// A callback on a future that is done goes into the ready queue at once.
    void addDoneCallback(Callback& callback)
    {
        if (isDone())
            scheduleCallback(callback);
        else
            m_callbacks.append(callback);
    }
    /// Callbacks that are in the ready queue already will run all the same.
    /// False if it was not there any more.
    bool removeDoneCallback(Callback& callback) noexcept { return m_callbacks.remove(callback); }

    // For awaiters.

    /// Whether it is done. Errors: logic_error after spoilAwaiting(), if it is not.
    [[nodiscard]] bool isDoneOrAwaitable() const
    {
        if (!isDone() && m_isSpoilt) [[unlikely]]
            throwSpoilt();
        return isDone();
    }
    void spoilAwaiting() noexcept { m_isSpoilt = true; }

    /// The task that this future is; null for a plain future.
    [[nodiscard]] virtual TaskBase* asTask() noexcept { return nullptr; }

    /// Why a task that awaits it waits, in the words of the trace.
    [[nodiscard]] virtual Word awaitedAs() const { return Word::Future; }
    /// Why that task is ready again.
    [[nodiscard]] Word wakesAs() const noexcept { return m_wakesAs; }
    /// What the trace says of such a wait besides; tasks that are awaited are put into `tasks`.
    [[nodiscard]] virtual Wait describeWait(std::vector<TaskId>& tasks) const;

protected:
    explicit FutureBase(EventLoop& loop, Word wakesAs = Word::Done) noexcept
        : m_wakesAs(wakesAs), m_loop(loop)
    {}

    void requirePending() const
    {
        if (isDone())
            throwInvalidState();
    }
    /// It is done, without an exception.
    void finish(State state)
    {
        m_state = state;
        if (!m_callbacks.isEmpty())
            scheduleCallbacks();
    }
    void finish(State state, std::exception_ptr exception);
    void dropTrouble() noexcept { const auto dropped = std::move(m_trouble); }

private:
    friend class DistinctFutures;
    friend class TaskBase;

    // What few futures have, apart from the rest.
    struct Trouble {
        ~Trouble();  // not inline: few futures need it, but all would hold its code

        std::exception_ptr exception;  // of a cancelled one: until it is taken
        CancelMessage cancelMessage;
    };

    [[noreturn]] static void throwInvalidState();
    [[noreturn]] static void throwSpoilt();
    [[nodiscard]] bool hasException() const noexcept
    {
        return m_trouble != nullptr && m_trouble->exception != nullptr;
    }
    void scheduleCallback(Callback& callback);
    void scheduleCallbacks();  ///< Precondition: there are some.
    [[gnu::noinline]] void scheduleSeveral(Callback& first);
    /// Only for tasks, whose coroutine has ended or is not to begin: frees it and finishes the
    /// future.
    virtual void endCoroutine();
    void setCancelMessage(const CancelMessage& message);
    Trouble& trouble();

    // First, where RefCounted leaves room for it.
    State m_state = State::Pending;
    bool m_isMarked = false;  // for DistinctFutures
    bool m_isSpoilt = false;
    const Word m_wakesAs;
    EventLoop& m_loop;
    CallbackList m_callbacks;
    std::unique_ptr<Trouble> m_trouble;
};

/// A value that will be there later. T may be void.
template <typename T = void>
class Future : public FutureBase {
public:
    using Value = T;
    using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    explicit Future(EventLoop& loop, Word wakesAs = Word::Done) noexcept : FutureBase(loop, wakesAs)
    {}

    void setResult(Stored value = {})
    {
        requirePending();
        if constexpr (!std::is_void_v<T>)
            m_value.emplace(std::move(value));
        finish(State::Finished);
    }

    /// Throws the exception it ended with. Precondition: isDone().
    [[nodiscard]] const Stored& result() const
    {
        if (hasFailed())
            std::rethrow_exception(exception());
        if constexpr (std::is_void_v<T>)
            return m_value;
        else
            return *m_value;
    }

    /// Frees what it ended with; nothing may be asked of it then. For values that hold the future
    /// itself, which nobody else would free.
    void dropOutcome() noexcept
    {
        dropTrouble();
        if constexpr (!std::is_void_v<T>)
            const auto dropped = std::exchange(m_value, std::nullopt);
    }

private:
    [[no_unique_address]] std::conditional_t<std::is_void_v<T>, Stored, std::optional<Stored>>
        m_value;
};

}  // namespace coroscope
