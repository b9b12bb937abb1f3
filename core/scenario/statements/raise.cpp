// SPDX-License-Identifier: MIT
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/exception_text.h"

namespace coroscope::scenario {
namespace {

class Raise final : public InstantStatement {
public:
    explicit Raise(ExceptionText exception) : m_exception(std::move(exception)) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        std::rethrow_exception(m_exception.make(frame));
    }

private:
    const ExceptionText m_exception;
};

class Reraise final : public InstantStatement {
public:
    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        if (const std::exception_ptr error = frame.handled())
            std::rethrow_exception(error);
        throw PythonError("RuntimeError", "No active exception to reraise");
    }
};

}  // namespace

StatementPtr readRaise(const JsonNode& node, StatementReader& reader)
{
    const JsonNode type = node.at("raise");
    const auto message = node.find("message");
    if (!type.isNull())
        return std::make_unique<Raise>(ExceptionText(type, message, reader));
    if (message)
        message->fail(
            "\"raise\": null raises the exception that is being handled and has no "
            "message of its own");
    return std::make_unique<Reraise>();
}

}  // namespace coroscope::scenario
