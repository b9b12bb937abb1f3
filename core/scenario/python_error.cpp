// SPDX-License-Identifier: MIT
#include "core/scenario/python_error.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/scenario/json_node.h"

namespace coroscope::scenario {
namespace {

struct ExceptionType {
    std::string_view name;
    std::string_view base;        // empty: none
    std::string_view secondBase;  // likewise
};

// Python's exceptions (library reference, "Exception hierarchy") and asyncio's.
constexpr std::array<ExceptionType, 60> types{{
    {"BaseException", "", ""},
    {"Exception", "BaseException", ""},
    {"BaseExceptionGroup", "BaseException", ""},
    {"GeneratorExit", "BaseException", ""},
    {"KeyboardInterrupt", "BaseException", ""},
    {"SystemExit", "BaseException", ""},
    {"CancelledError", "BaseException", ""},
    {"ExceptionGroup", "Exception", "BaseExceptionGroup"},
    {"ArithmeticError", "Exception", ""},
    {"FloatingPointError", "ArithmeticError", ""},
    {"OverflowError", "ArithmeticError", ""},
    {"ZeroDivisionError", "ArithmeticError", ""},
    {"AssertionError", "Exception", ""},
    {"AttributeError", "Exception", ""},
    {"BufferError", "Exception", ""},
    {"EOFError", "Exception", ""},
    {"ImportError", "Exception", ""},
    {"ModuleNotFoundError", "ImportError", ""},
    {"LookupError", "Exception", ""},
    {"IndexError", "LookupError", ""},
    {"KeyError", "LookupError", ""},
    {"MemoryError", "Exception", ""},
    {"NameError", "Exception", ""},
    {"UnboundLocalError", "NameError", ""},
    {"OSError", "Exception", ""},
    {"BlockingIOError", "OSError", ""},
    {"ChildProcessError", "OSError", ""},
    {"ConnectionError", "OSError", ""},
    {"BrokenPipeError", "ConnectionError", ""},
    {"ConnectionAbortedError", "ConnectionError", ""},
    {"ConnectionRefusedError", "ConnectionError", ""},
    {"ConnectionResetError", "ConnectionError", ""},
    {"FileExistsError", "OSError", ""},
    {"FileNotFoundError", "OSError", ""},
    {"InterruptedError", "OSError", ""},
    {"IsADirectoryError", "OSError", ""},
    {"NotADirectoryError", "OSError", ""},
    {"PermissionError", "OSError", ""},
    {"ProcessLookupError", "OSError", ""},
    {"TimeoutError", "OSError", ""},
    {"ReferenceError", "Exception", ""},
    {"RuntimeError", "Exception", ""},
    {"NotImplementedError", "RuntimeError", ""},
    {"RecursionError", "RuntimeError", ""},
    {"BrokenBarrierError", "RuntimeError", ""},
    {"StopAsyncIteration", "Exception", ""},
    {"StopIteration", "Exception", ""},
    {"SyntaxError", "Exception", ""},
    {"IndentationError", "SyntaxError", ""},
    {"TabError", "IndentationError", ""},
    {"SystemError", "Exception", ""},
    {"TypeError", "Exception", ""},
    {"ValueError", "Exception", ""},
    {"UnicodeError", "ValueError", ""},
    {"UnicodeDecodeError", "UnicodeError", ""},
    {"UnicodeEncodeError", "UnicodeError", ""},
    {"UnicodeTranslateError", "UnicodeError", ""},
    {"QueueEmpty", "Exception", ""},
    {"QueueFull", "Exception", ""},
    {"InvalidStateError", "Exception", ""},
}};

const ExceptionType* find(std::string_view name) noexcept
{
    const auto* const type = std::ranges::find(types, name, &ExceptionType::name);
    return type != types.end() ? type : nullptr;
}

class ExceptionHandle final : public Handle {
public:
    explicit ExceptionHandle(PythonError error) : m_error(std::move(error)) {}
    [[nodiscard]] int nesting() const override { return m_error.nesting() + 1; }
    [[nodiscard]] std::string str() const override { return m_error.str(); }
    [[nodiscard]] std::string repr() const override { return m_error.repr(); }
    [[nodiscard]] std::string_view typeName() const override { return m_error.type(); }

private:
    const PythonError m_error;
};

}  // namespace

PythonError::PythonError(std::string type, std::optional<Value> argument)
    : m_type(std::move(type)),
      m_argument(std::move(argument))
{
}

PythonError::PythonError(std::string type, std::string message)
    : PythonError(std::move(type), std::optional<Value>(Value(std::move(message))))
{
}

PythonError::PythonError(std::string type, std::string message, std::vector<PythonError> errors)
    : m_type(std::move(type)),
      m_argument(Value(std::move(message))),
      m_errors(std::move(errors))
{
}

bool PythonError::isException() const
{
    return isSubclass(m_type, "Exception");
}

bool PythonError::endsProgram() const
{
    return m_type == "SystemExit" || m_type == "KeyboardInterrupt";
}

int PythonError::nesting() const noexcept
{
    int deepest = m_argument ? m_argument->nesting() : 0;
    for (const PythonError& error : m_errors)
        deepest = std::max(deepest, error.nesting() + 1);
    return deepest;
}

std::string PythonError::str() const
{
    if (!m_argument)
        return isSubclass(m_type, "SyntaxError") ? "None" : "";
    if (!m_errors.empty()) {
        return m_argument->str() + " (" + std::to_string(m_errors.size()) + " sub-exception" +
               (m_errors.size() == 1 ? ")" : "s)");
    }
    return m_type == "KeyError" ? m_argument->repr() : m_argument->str();
}

std::string PythonError::repr() const
{
    std::string text = m_type + '(' + (m_argument ? m_argument->repr() : std::string());
    for (std::size_t i = 0; i < m_errors.size(); ++i)
        text += (i == 0 ? ", [" : ", ") + m_errors[i].repr();
    return text + (m_errors.empty() ? ")" : "])");
}

bool isExceptionType(std::string_view name) noexcept
{
    return find(name) != nullptr;
}

bool isSubclass(std::string_view type, std::string_view base) noexcept
{
    if (type == base)
        return true;
    const ExceptionType* const known = type.empty() ? nullptr : find(type);
    return known != nullptr &&
           (isSubclass(known->base, base) || isSubclass(known->secondBase, base));
}

std::string didYouMeanException(std::string_view name)
{
    std::vector<std::string_view> names;
    for (const ExceptionType& type : types)
        names.push_back(type.name);
    return didYouMean(name, names);
}

namespace {

PythonError convert(const std::exception_ptr& error, int outer)
{
    if (outer > Value::deepestNesting)
        throw RecursionError("maximum recursion depth exceeded");
    try {
        std::rethrow_exception(error);
    } catch (const PythonError& python) {
        return python;
    } catch (const CancelledError& cancelled) {
        return cancelled.hasMessage() ? PythonError("CancelledError", cancelled.message())
                                      : PythonError("CancelledError");
    } catch (const ExceptionGroup& group) {
        std::vector<PythonError> errors;
        for (const std::exception_ptr& one : group.errors())
            errors.push_back(convert(one, outer + 1));
        return {group.outcome().error, group.message(), std::move(errors)};
    } catch (...) {
        const Outcome outcome = describe(error);
        return outcome.text.empty() ? PythonError(outcome.error)
                                    : PythonError(outcome.error, outcome.text);
    }
}

}  // namespace

PythonError toPythonError(const std::exception_ptr& error)
{
    return convert(error, 0);
}

Value exceptionValue(const PythonError& error)
{
    if (error.nesting() >= Value::deepestNesting)
        throw RecursionError("maximum recursion depth exceeded");
    return std::shared_ptr<const Handle>(std::make_shared<ExceptionHandle>(error));
}

}  // namespace coroscope::scenario
