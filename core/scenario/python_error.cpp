// SPDX-License-Identifier: MIT
#include "core/scenario/python_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace coroscope::scenario {
namespace {

struct ExceptionType {
    std::string_view name;
    std::string_view base;  // empty: none
};

// Python's exceptions (library reference, "Exception hierarchy") and asyncio's.
constexpr std::array<ExceptionType, 60> types{{
    {"BaseException", ""},
    {"Exception", "BaseException"},
    {"BaseExceptionGroup", "BaseException"},
    {"GeneratorExit", "BaseException"},
    {"KeyboardInterrupt", "BaseException"},
    {"SystemExit", "BaseException"},
    {"CancelledError", "BaseException"},
    {"ExceptionGroup", "Exception"},
    {"ArithmeticError", "Exception"},
    {"FloatingPointError", "ArithmeticError"},
    {"OverflowError", "ArithmeticError"},
    {"ZeroDivisionError", "ArithmeticError"},
    {"AssertionError", "Exception"},
    {"AttributeError", "Exception"},
    {"BufferError", "Exception"},
    {"EOFError", "Exception"},
    {"ImportError", "Exception"},
    {"ModuleNotFoundError", "ImportError"},
    {"LookupError", "Exception"},
    {"IndexError", "LookupError"},
    {"KeyError", "LookupError"},
    {"MemoryError", "Exception"},
    {"NameError", "Exception"},
    {"UnboundLocalError", "NameError"},
    {"OSError", "Exception"},
    {"BlockingIOError", "OSError"},
    {"ChildProcessError", "OSError"},
    {"ConnectionError", "OSError"},
    {"BrokenPipeError", "ConnectionError"},
    {"ConnectionAbortedError", "ConnectionError"},
    {"ConnectionRefusedError", "ConnectionError"},
    {"ConnectionResetError", "ConnectionError"},
    {"FileExistsError", "OSError"},
    {"FileNotFoundError", "OSError"},
    {"InterruptedError", "OSError"},
    {"IsADirectoryError", "OSError"},
    {"NotADirectoryError", "OSError"},
    {"PermissionError", "OSError"},
    {"ProcessLookupError", "OSError"},
    {"TimeoutError", "OSError"},
    {"ReferenceError", "Exception"},
    {"RuntimeError", "Exception"},
    {"NotImplementedError", "RuntimeError"},
    {"RecursionError", "RuntimeError"},
    {"BrokenBarrierError", "RuntimeError"},
    {"StopAsyncIteration", "Exception"},
    {"StopIteration", "Exception"},
    {"SyntaxError", "Exception"},
    {"IndentationError", "SyntaxError"},
    {"TabError", "IndentationError"},
    {"SystemError", "Exception"},
    {"TypeError", "Exception"},
    {"ValueError", "Exception"},
    {"UnicodeError", "ValueError"},
    {"UnicodeDecodeError", "UnicodeError"},
    {"UnicodeEncodeError", "UnicodeError"},
    {"UnicodeTranslateError", "UnicodeError"},
    {"QueueEmpty", "Exception"},
    {"QueueFull", "Exception"},
    {"InvalidStateError", "Exception"},
}};

const ExceptionType* find(std::string_view name) noexcept
{
    const auto* const type = std::ranges::find(types, name, &ExceptionType::name);
    return type != types.end() ? type : nullptr;
}

class ExceptionHandle final : public Handle {
public:
    explicit ExceptionHandle(PythonError error) : m_error(std::move(error)) {}
    [[nodiscard]] std::string str() const override { return m_error.str(); }
    [[nodiscard]] std::string repr() const override { return m_error.repr(); }
    [[nodiscard]] std::string_view typeName() const override { return m_error.type(); }

private:
    const PythonError m_error;
};

}  // namespace

PythonError::PythonError(std::string type, std::string message)
    : m_type(std::move(type)),
      m_message(std::move(message))
{
}

std::string PythonError::str() const
{
    return m_type == "KeyError" && !m_message.empty() ? stringRepr(m_message) : m_message;
}

std::string PythonError::repr() const
{
    return m_type + '(' + (m_message.empty() ? std::string() : stringRepr(m_message)) + ')';
}

bool isExceptionType(std::string_view name) noexcept
{
    return find(name) != nullptr;
}

bool isSubclass(std::string_view type, std::string_view base) noexcept
{
    while (!type.empty() && type != base) {
        const ExceptionType* const known = find(type);
        type = known != nullptr ? known->base : std::string_view();
    }
    return !type.empty();
}

PythonError toPythonError(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const PythonError& python) {
        return python;
    } catch (...) {
        const Outcome outcome = describe(error);
        return {outcome.error, outcome.text};
    }
}

Value exceptionValue(const PythonError& error)
{
    return std::shared_ptr<const Handle>(std::make_shared<ExceptionHandle>(error));
}

}  // namespace coroscope::scenario
