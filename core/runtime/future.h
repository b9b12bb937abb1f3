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
    void addDoneCallback(Callback& callback);
    /// Callbacks that are in the ready queue already will run all the same.
    /// False if it was not there any more.
    bool removeDoneCallback(Callback& callback) noexcept { return m_callbacks.remove(callback); }

    /// The task that this future is; null for a plain future.
    [[nodiscard]] virtual TaskBase* asTask() noexcept { return nullptr; }

    /// Why a task that awaits it waits, in the words of the trace.
    [[nodiscard]] virtual Word awaitedAs() const { return Word::Future; }
    /// Why that task is ready again.
    [[nodiscard]] virtual Word wakesAs() const { return Word::Done; }
    /// What the trace says of such a wait besides; tasks that are awaited are put into `tasks`.
    [[nodiscard]] virtual Wait describeWait(std::vector<TaskId>& tasks) const;

protected:
    explicit FutureBase(EventLoop& loop) noexcept : m_loop(loop) {}

    void requirePending() const;
    void finish(State state, std::exception_ptr exception);

private:
    friend class TaskBase;

    void scheduleCallbacks();

    void setCancelMessage(const CancelMessage& message);

    EventLoop& m_loop;
    CallbackList m_callbacks;
    mutable std::exception_ptr m_exception;  // of a cancelled one: until it is taken
    std::unique_ptr<std::string> m_cancelMessage;
    State m_state = State::Pending;
};

/// A value that will be there later. T may be void.
template <typename T = void>
class Future : public FutureBase {
public:
    using Value = T;
    using Stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

    explicit Future(EventLoop& loop) noexcept : FutureBase(loop) {}

    void setResult(Stored value = {})
    {
        requirePending();
        m_value.emplace(std::move(value));
        finish(State::Finished, nullptr);
    }

    /// Throws the exception it ended with. Precondition: isDone().
    [[nodiscard]] const Stored& result() const
    {
        if (auto error = exception())
            std::rethrow_exception(error);
        return *m_value;
    }

private:
    std::optional<Stored> m_value;
};

}  // namespace coroscope
