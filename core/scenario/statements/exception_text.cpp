// SPDX-License-Identifier: MIT
#include "core/scenario/statements/exception_text.h"

#include <array>
#include <string_view>
#include <utility>

#include "core/scenario/python_error.h"

namespace coroscope::scenario {
namespace {

// Exceptions that cannot be made with a message alone.
constexpr std::array<std::pair<std::string_view, int>, 3> longArgumentLists{{
    {"UnicodeDecodeError", 5},
    {"UnicodeEncodeError", 5},
    {"UnicodeTranslateError", 4},
}};

}  // namespace

ExceptionText::ExceptionText(const JsonNode& type, const std::optional<JsonNode>& message,
                             StatementReader& reader)
    : m_type(exceptionName(type)),
      m_message(message ? reader.value(*message) : nullptr)
{
}

std::exception_ptr ExceptionText::make(Frame& frame) const
{
    const auto message = m_message ? std::optional(m_message->evaluate(frame)) : std::nullopt;
    if (m_type == "CancelledError") {
        return std::make_exception_ptr(
            CancelledError(message ? CancelMessage(message->str()) : std::nullopt));
    }
    if (isSubclass(m_type, "BaseExceptionGroup")) {
        throw PythonError("TypeError", "BaseExceptionGroup.__new__() takes exactly 2 arguments (" +
                                           std::string(message ? "1" : "0") + " given)");
    }
    for (const auto& [type, count] : longArgumentLists) {
        if (type == m_type) {
            throw PythonError("TypeError", "function takes exactly " + std::to_string(count) +
                                               " arguments (" + (message ? "1" : "0") + " given)");
        }
    }
    return std::make_exception_ptr(PythonError(m_type, message));
}

std::string exceptionName(const JsonNode& node)
{
    const std::string& name = node.string();
    if (!isExceptionType(name)) {
        const std::string guess = didYouMeanException(name);
        node.fail("no exception is called \"" + name + '"' +
                  (guess.empty() ? "; expected one of Python's" : guess));
    }
    return name;
}

}  // namespace coroscope::scenario
