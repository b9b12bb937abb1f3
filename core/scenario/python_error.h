// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "core/runtime/errors.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

/// A Python exception that a scenario's program raised, thrown through the coroutines that
/// interpret it.
class PythonError : public NamedError {
public:
    /// Precondition: isExceptionType(type).
    PythonError(std::string type, std::string message);

    [[nodiscard]] const std::string& type() const noexcept { return m_type; }
    [[nodiscard]] const std::string& message() const noexcept { return m_message; }
    [[nodiscard]] Outcome outcome() const override { return {str(), m_type}; }

    /// Python's str(e) and repr(e).
    [[nodiscard]] std::string str() const;
    [[nodiscard]] std::string repr() const;

private:
    std::string m_type;
    std::string m_message;
};

/// Whether a scenario may raise or catch an exception of this name.
[[nodiscard]] bool isExceptionType(std::string_view name) noexcept;

/// Whether `except base` catches an exception of `type`, along Python's tree of classes.
[[nodiscard]] bool isSubclass(std::string_view type, std::string_view base) noexcept;

/// The Python exception that an exception of the runtime is.
[[nodiscard]] PythonError toPythonError(const std::exception_ptr& error);

/// An exception as a value, such as `gather(..., return_exceptions=True)` gives.
[[nodiscard]] Value exceptionValue(const PythonError& error);

}  // namespace coroscope::scenario
