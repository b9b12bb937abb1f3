// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

#include "core/trace/trace.h"

namespace coroscope {

/// An exception that knows what it is called, for the trace. Others are traced as RuntimeError.
class NamedError {
public:
    virtual ~NamedError() = default;
    [[nodiscard]] virtual Outcome outcome() const = 0;
};

/// What the trace says of an exception.
[[nodiscard]] Outcome describe(const std::exception_ptr& exception);

/// Thrown into a task that is asked to stop: asyncio.CancelledError. Not a std::exception, as
/// CancelledError is no Exception in Python, so that a catch-all for errors lets it pass.
class CancelledError {
public:
    explicit CancelledError(std::string message = {}) : m_message(std::move(message)) {}

    [[nodiscard]] const std::string& message() const noexcept { return m_message; }

private:
    std::string m_message;
};

/// A future was given a second result: asyncio.InvalidStateError.
class InvalidStateError : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// A chain of tasks that await one another closes on itself.
class RecursionError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace coroscope
