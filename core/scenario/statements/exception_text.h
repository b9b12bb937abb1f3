// SPDX-License-Identifier: MIT
#pragma once

#include <exception>
#include <optional>
#include <string>

#include "core/scenario/statement_reader.h"

namespace coroscope::scenario {

/// An exception that a statement makes: `ValueError("message")`.
class ExceptionText {
public:
    ExceptionText(const JsonNode& type, const std::optional<JsonNode>& message,
                  StatementReader& reader);

    /// Throws PythonError (TypeError) for a type that cannot be made like that.
    [[nodiscard]] std::exception_ptr make(Frame& frame) const;

private:
    std::string m_type;
    ExpressionPtr m_message;  // null: none
};

/// The name of an exception; throws ReadError, with a guess, for anything else.
[[nodiscard]] std::string exceptionName(const JsonNode& node);

}  // namespace coroscope::scenario
