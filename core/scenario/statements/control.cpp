// SPDX-License-Identifier: MIT
#include <array>
#include <optional>
#include <vector>

#include "core/scenario/arithmetic.h"
#include "core/scenario/compare.h"
#include "core/scenario/interpreter.h"
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"

namespace coroscope::scenario {
namespace {

class Let final : public InstantStatement {
public:
    Let(Scope::Slot variable, ExpressionPtr value) : m_variable(variable), m_value(std::move(value))
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        frame.set(m_variable, m_value->evaluate(frame));
        return Flow::Next;
    }

private:
    const Scope::Slot m_variable;
    const ExpressionPtr m_value;
};

// x = left + right, x = left * right
class LetResult final : public InstantStatement {
public:
    using Operation = Value (*)(const Value& left, const Value& right);

    LetResult(Scope::Slot variable, ExpressionPtr left, Operation operation, ExpressionPtr right)
        : m_variable(variable),
          m_left(std::move(left)),
          m_operation(operation),
          m_right(std::move(right))
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        const Value left = m_left->evaluate(frame);
        frame.set(m_variable, m_operation(left, m_right->evaluate(frame)));
        return Flow::Next;
    }

private:
    const Scope::Slot m_variable;
    const ExpressionPtr m_left;
    const Operation m_operation;
    const ExpressionPtr m_right;
};

class Return final : public InstantStatement {
public:
    explicit Return(ExpressionPtr value) : m_value(std::move(value)) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        frame.returned = m_value->evaluate(frame);
        return Flow::Return;
    }

private:
    const ExpressionPtr m_value;
};

class Repeat final : public Statement {
public:
    Repeat(ExpressionPtr count, std::optional<Scope::Slot> index, Block body)
        : m_count(std::move(count)),
          m_index(index),
          m_body(std::move(body))
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        const Value count = m_count->evaluate(frame);
        const std::optional<std::int64_t> times = intOf(count);
        if (!times) {
            throw PythonError("TypeError", "'" + std::string(count.typeName()) +
                                               "' object cannot be interpreted as an integer");
        }
        for (std::int64_t i = 0; i < *times; ++i) {
            frame.interpreter().checkpoint();
            if (m_index)
                frame.set(*m_index, i);
            const Flow flow = co_await executeBlock(m_body, frame);
            if (flow == Flow::Return)
                co_return flow;
        }
        co_return Flow::Next;
    }

private:
    const ExpressionPtr m_count;
    const std::optional<Scope::Slot> m_index;
    const Block m_body;
};

struct Comparison {
    std::string_view sign;
    bool (*holds)(const Value& left, const Value& right);
};

constexpr std::array<Comparison, 6> comparisons{{
    {"==", [](const Value& left, const Value& right) { return equals(left, right); }},
    {"!=", [](const Value& left, const Value& right) { return !equals(left, right); }},
    {"<", [](const Value& left, const Value& right) { return compare(left, right, "<") < 0; }},
    {"<=", [](const Value& left, const Value& right) { return compare(left, right, "<=") <= 0; }},
    {">", [](const Value& left, const Value& right) { return compare(left, right, ">") > 0; }},
    {">=", [](const Value& left, const Value& right) { return compare(left, right, ">=") >= 0; }},
}};

class If final : public Statement {
public:
    If(ExpressionPtr left, const Comparison& comparison, ExpressionPtr right, Block then,
       Block otherwise)
        : m_left(std::move(left)),
          m_comparison(comparison),
          m_right(std::move(right)),
          m_then(std::move(then)),
          m_else(std::move(otherwise))
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        return executeBlock(holds(frame) ? m_then : m_else, frame);
    }

private:
    [[nodiscard]] bool holds(Frame& frame) const
    {
        const Value left = m_left->evaluate(frame);
        const Value right = m_right->evaluate(frame);
        return m_comparison.holds(left, right);
    }

    const ExpressionPtr m_left;
    const Comparison& m_comparison;
    const ExpressionPtr m_right;
    const Block m_then;
    const Block m_else;
};

const Comparison& readComparison(const JsonNode& node)
{
    std::vector<std::string_view> signs;
    for (const Comparison& comparison : comparisons) {
        if (node.string() == comparison.sign)
            return comparison;
        signs.push_back(comparison.sign);
    }
    node.expected(oneOf(signs));
}

}  // namespace

StatementPtr readLet(const JsonNode& node, StatementReader& reader)
{
    ExpressionPtr value = reader.value(node.at("be"));
    const auto plus = node.find("plus");
    const auto times = node.find("times");
    if (plus && times)
        times->fail("\"plus\" and \"times\" in one statement; expected one of them");
    const auto& operand = plus ? plus : times;
    ExpressionPtr right = operand ? reader.value(*operand) : nullptr;
    const Scope::Slot variable = reader.scope().assign(identifier(node.at("let")));
    if (!right)
        return std::make_unique<Let>(variable, std::move(value));
    return std::make_unique<LetResult>(variable, std::move(value), plus ? sum : product,
                                       std::move(right));
}

StatementPtr readReturn(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Return>(reader.value(node.at("return")));
}

StatementPtr readRepeat(const JsonNode& node, StatementReader& reader)
{
    ExpressionPtr count = reader.value(node.at("repeat"));
    const auto name = node.find("index");
    const auto index =
        name ? std::optional(reader.scope().assign(identifier(*name))) : std::nullopt;
    return std::make_unique<Repeat>(std::move(count), index, reader.block(node.at("body")));
}

StatementPtr readIf(const JsonNode& node, StatementReader& reader)
{
    const JsonNode condition = node.at("if");
    const std::vector<JsonNode> parts = condition.items();
    if (parts.size() != 3)
        condition.expected("[left, \"==\", right]");
    ExpressionPtr left = reader.value(parts[0]);
    const Comparison& comparison = readComparison(parts[1]);
    ExpressionPtr right = reader.value(parts[2]);
    Block then = reader.block(node.at("then"));
    const auto otherwise = node.find("else");
    return std::make_unique<If>(std::move(left), comparison, std::move(right), std::move(then),
                                otherwise ? reader.block(*otherwise) : Block());
}

}  // namespace coroscope::scenario
