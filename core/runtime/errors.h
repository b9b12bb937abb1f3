// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

/// An exception that knows what it is called, for the trace. Of the standard library's,
/// std::invalid_argument is traced as ValueError, all others as RuntimeError.
class NamedError {
public:
    virtual ~NamedError() = default;
    [[nodiscard]] virtual Outcome outcome() const = 0;

    /// False for what Python's `except Exception` lets pass.
    [[nodiscard]] virtual bool isException() const { return true; }
    /// True for SystemExit and KeyboardInterrupt, which do not stay in the task that raised them:
    /// they end the loop's run.
    [[nodiscard]] virtual bool endsProgram() const { return false; }
};

/// What the trace says of an exception.
[[nodiscard]] Outcome describe(const std::exception_ptr& exception);

[[nodiscard]] bool isCancelledError(const std::exception_ptr& exception);
[[nodiscard]] bool isException(const std::exception_ptr& exception);  ///< as NamedError's
[[nodiscard]] bool endsProgram(const std::exception_ptr& exception);  ///< as NamedError's

/// Why a task was cancelled: `task.cancel()` has none, which is not the same as an empty one.
using CancelMessage = std::optional<std::string>;

/// Thrown into a task that is asked to stop: asyncio.CancelledError. Not a std::exception, as
/// CancelledError is no Exception in Python, so that a catch-all for errors lets it pass.
class CancelledError {
public:
    explicit CancelledError(CancelMessage message = {}) : m_message(std::move(message)) {}

    [[nodiscard]] std::string message() const { return m_message.value_or(std::string()); }
    [[nodiscard]] bool hasMessage() const noexcept { return m_message.has_value(); }

private:
    CancelMessage m_message;
};

/// A future was given a second result: asyncio.InvalidStateError.
class InvalidStateError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// A chain of tasks that await one another closes on itself, or something nests too deep.
class RecursionError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A time limit was reached: asyncio.TimeoutError.
class TimeoutError : public std::runtime_error {
public:
    TimeoutError() : std::runtime_error("timed out") {}
};

/// Queue::putNow on a queue that is full: asyncio.QueueFull.
class QueueFull : public std::runtime_error {
public:
    QueueFull() : std::runtime_error("the queue is full") {}
};

/// Queue::getNow on a queue that is empty: asyncio.QueueEmpty.
class QueueEmpty : public std::runtime_error {
public:
    QueueEmpty() : std::runtime_error("the queue is empty") {}
};

/// A barrier was aborted or reset under its waiters: asyncio.BrokenBarrierError.
class BrokenBarrierError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Several errors at once, as a TaskGroup raises them: Python's ExceptionGroup, or its
/// BaseExceptionGroup if one of them is no Exception.
class ExceptionGroup : public NamedError {
public:
    ExceptionGroup(std::string message, std::vector<std::exception_ptr> errors);
    ExceptionGroup(const ExceptionGroup&) = default;
    ExceptionGroup& operator=(const ExceptionGroup&) = delete;
    /// Groups that stand within one another are freed one after the other: there may be more of
    /// them than the stack has room for.
    ~ExceptionGroup() override;

    [[nodiscard]] const std::string& message() const noexcept { return m_message; }
    [[nodiscard]] const std::vector<std::exception_ptr>& errors() const noexcept
    {
        return m_errors;
    }
    [[nodiscard]] Outcome outcome() const override;
    [[nodiscard]] bool isException() const override { return m_isException; }

private:
    std::string m_message;
    std::vector<std::exception_ptr> m_errors;
    bool m_isException;
};

}  // namespace coroscope
