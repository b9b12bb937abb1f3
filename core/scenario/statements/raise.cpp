// SPDX-License-Identifier: MIT
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"

namespace coroscope::scenario {
namespace {

class Raise final : public InstantStatement {
public:
    Raise(std::string type, ExpressionPtr message)
        : m_type(std::move(type)),
          m_message(std::move(message))
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        std::string message = m_message ? m_message->evaluate(frame).str() : std::string();
        if (m_type == "CancelledError")
            throw CancelledError(std::move(message));
        throw PythonError(m_type, std::move(message));
    }

private:
    const std::string m_type;
    const ExpressionPtr m_message;  // null: none
};

}  // namespace

StatementPtr readRaise(const JsonNode& node, StatementReader& reader)
{
    const JsonNode type = node.at("raise");
    if (!isExceptionType(type.string()))
        type.fail("no exception is called \"" + type.string() + "\"; expected one of Python's");
    const auto message = node.find("message");
    return std::make_unique<Raise>(type.string(), message ? reader.value(*message) : nullptr);
}

}  // namespace coroscope::scenario
