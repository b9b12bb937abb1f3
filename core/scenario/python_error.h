// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/runtime/errors.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

/// A Python exception that a scenario's program raised, thrown through the coroutines that
/// interpret it.
class PythonError : public NamedError {
public:
    /// `argument`: what stands in the parentheses, `ValueError("x")`; none for `ValueError()`.
    /// Precondition: isExceptionType(type).
    explicit PythonError(std::string type, std::optional<Value> argument = {});
    PythonError(std::string type, std::string message);
    /// An ExceptionGroup, or a BaseExceptionGroup.
    PythonError(std::string type, std::string message, std::vector<PythonError> errors);

    [[nodiscard]] const std::string& type() const noexcept { return m_type; }
    /// What was given to it, as text; empty if nothing was.
    [[nodiscard]] std::string message() const
    {
        return m_argument ? m_argument->str() : std::string();
    }
    [[nodiscard]] Outcome outcome() const override { return {str(), m_type}; }
    [[nodiscard]] bool isException() const override;
    [[nodiscard]] bool endsProgram() const override;

    /// How deep lists and exceptions stand within one another in it.
    [[nodiscard]] int nesting() const noexcept;

    /// Python's str(e) and repr(e).
    [[nodiscard]] std::string str() const;
    [[nodiscard]] std::string repr() const;

private:
    std::string m_type;
    std::optional<Value> m_argument;
    std::vector<PythonError> m_errors;  // of a group
};

/// What a future says that is given a StopIteration.
inline constexpr const char* stopIterationInFuture =
    "StopIteration interacts badly with generators and cannot be raised into a Future";

/// Whether a scenario may raise or catch an exception of this name.
[[nodiscard]] bool isExceptionType(std::string_view name) noexcept;

/// Whether `except base` catches an exception of `type`, along Python's tree of classes.
[[nodiscard]] bool isSubclass(std::string_view type, std::string_view base) noexcept;

/// "; did you mean "ValueError"?" if an exception's name is close to `name`, else empty.
[[nodiscard]] std::string didYouMeanException(std::string_view name);

/// The Python exception that an exception of the runtime is. Errors: RecursionError for groups that
/// nest too deep.
[[nodiscard]] PythonError toPythonError(const std::exception_ptr& error);

/// An exception as a value, such as `gather(..., return_exceptions=True)` gives. Errors:
/// RecursionError for one that nests too deep.
[[nodiscard]] Value exceptionValue(const PythonError& error);

}  // namespace coroscope::scenario
