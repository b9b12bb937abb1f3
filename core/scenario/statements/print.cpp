// SPDX-License-Identifier: MIT
#include "core/scenario/interpreter.h"
#include "core/scenario/statement_table.h"

namespace coroscope::scenario {
namespace {

class Print final : public InstantStatement {
public:
    explicit Print(ExpressionPtr value) : m_value(std::move(value)) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        frame.interpreter().print(frame.row(), m_value->evaluate(frame).str());
        return Flow::Next;
    }

private:
    const ExpressionPtr m_value;
};

}  // namespace

StatementPtr readPrint(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Print>(reader.value(node.at("print")));
}

}  // namespace coroscope::scenario
