// SPDX-License-Identifier: MIT
#include "core/scenario/expression.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/scenario/arithmetic.h"
#include "core/scenario/format_spec.h"
#include "core/scenario/frame.h"
#include "core/scenario/interpreter.h"
#include "core/scenario/python_error.h"

namespace coroscope::scenario {
namespace {

class Constant final : public Expression {
public:
    explicit Constant(Value value) : m_value(std::move(value)) {}
    [[nodiscard]] Value evaluate(Frame&) const override { return m_value; }

private:
    const Value m_value;
};

class Variable final : public Expression {
public:
    explicit Variable(Scope::Slot slot) : m_slot(slot) {}
    [[nodiscard]] Value evaluate(Frame& frame) const override
    {
        const Value& value = frame.get(m_slot);
        if (const auto* const text = value.as<std::string>())
            frame.interpreter().countText(text->size());
        return value;
    }

private:
    const Scope::Slot m_slot;
};

// One that is put together of itself again and again doubles each time.
constexpr std::size_t mostText = 1024 * 1024;

class FString final : public Expression {
public:
    struct Part {
        std::string text;
        std::optional<Scope::Slot> slot;  // the variable that follows the text
        FormatSpec spec;
    };

    explicit FString(std::vector<Part> parts) : m_parts(std::move(parts)) {}
    [[nodiscard]] Value evaluate(Frame& frame) const override
    {
        std::string text;
        for (const Part& part : m_parts) {
            text += part.text;
            if (part.slot)
                text += part.spec.format(frame.get(*part.slot));
            if (text.size() > mostText)
                throw PythonError("MemoryError", std::string("a text of more than 1 MiB"));
        }
        frame.interpreter().countText(text.size());
        return text;
    }

private:
    const std::vector<Part> m_parts;
};

class List final : public Expression {
public:
    explicit List(std::vector<ExpressionPtr> items) : m_items(std::move(items)) {}
    [[nodiscard]] Value evaluate(Frame& frame) const override
    {
        Value::List values;
        for (const ExpressionPtr& item : m_items)
            values.push_back(item->evaluate(frame));
        return values;
    }

private:
    const std::vector<ExpressionPtr> m_items;
};

bool isIdentifier(std::string_view name)
{
    const auto isLetter = [](char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && isLetter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return isLetter(c) || isDigit(c); });
}

// One "{name:spec}" that begins at `at`; moves `at` behind it.
void readField(const JsonNode& node, const std::string& text, std::size_t& at, Scope& scope,
               FString::Part& part)
{
    const std::size_t close = text.find('}', at);
    if (close == std::string::npos)
        node.fail("\"{\" without \"}\"; write \"{{\" for a brace");
    const std::string field = text.substr(at + 1, close - at - 1);
    const std::size_t colon = std::min(field.find(':'), field.size());
    const std::string name = field.substr(0, colon);
    if (!isIdentifier(name))
        node.fail("expected the name of a variable in \"{" + field + "}\"");
    if (colon < field.size()) {
        auto spec = FormatSpec::parse(std::string_view(field).substr(colon + 1));
        if (!spec)
            node.fail(spec.error().message);
        part.spec = std::move(spec).value();
    }
    part.slot = scope.read(name, node);
    at = close + 1;
}

ExpressionPtr readFString(const JsonNode& node, const std::string& text, Scope& scope)
{
    std::vector<FString::Part> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool isDoubled = at + 1 < text.size() && text[at + 1] == c;
        if (c == '{' && !isDoubled) {
            readField(node, text, at, scope, parts.back());
            parts.emplace_back();
        } else if (c == '}' && !isDoubled) {
            node.fail("\"}\" without \"{\"; write \"}}\" for a brace");
        } else {
            parts.back().text += c;
            at += c == '{' || c == '}' ? 2 : 1;
        }
    }
    if (parts.size() == 1)
        return std::make_unique<Constant>(std::move(parts.front().text));
    return std::make_unique<FString>(std::move(parts));
}

ExpressionPtr readText(const JsonNode& node, Scope& scope)
{
    const std::string& text = node.string();
    if (text.starts_with("$$"))
        return readFString(node, text.substr(1), scope);
    if (text.starts_with('$'))
        return std::make_unique<Variable>(scope.read(variableName(node), node));
    return readFString(node, text, scope);
}

}  // namespace

Value constantOf(const JsonNode& node)
{
    const Json& json = node.json();
    if (json.is_null())
        return {};
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number_float())
        return node.number();
    constexpr std::int64_t largest = std::int64_t{1} << 62;
    return node.integer(-largest, largest);
}

ExpressionPtr makeConstant(Value value)
{
    return std::make_unique<Constant>(std::move(value));
}

ExpressionPtr readExpression(const JsonNode& node, Scope& scope)
{
    if (node.isString())
        return readText(node, scope);
    if (node.isArray()) {
        std::vector<ExpressionPtr> items;
        for (const JsonNode& item : node.items())
            items.push_back(readExpression(item, scope));
        return std::make_unique<List>(std::move(items));
    }
    if (node.isObject())
        node.expected("a value");
    return std::make_unique<Constant>(constantOf(node));
}

ExpressionPtr readDuration(const JsonNode& node, Scope& scope)
{
    const bool isVariable = node.isString() && node.string().starts_with('$');
    if (!isVariable && !node.json().is_number())
        node.expected("a duration in seconds: a number or a \"$name\"");
    return readExpression(node, scope);
}

Ticks evaluateDuration(const Expression& expression, Frame& frame)
{
    return durationOf(expression.evaluate(frame));
}

Ticks durationOf(const Value& value)
{
    const std::optional<double> number = numberOf(value);
    if (!number) {
        throw PythonError("TypeError", "'" + std::string(value.typeName()) +
                                           "' object cannot be interpreted as a duration");
    }
    const double seconds = *number;
    if (!std::isfinite(seconds))
        throw PythonError("ValueError", "Invalid delay: " + value.repr());
    const double nanoseconds = std::round(std::max(seconds, 0.0) * 1e9);
    constexpr double most = 9.2e18;
    return Ticks(static_cast<Ticks::rep>(std::min(nanoseconds, most)));
}

std::string variableName(const JsonNode& node)
{
    const std::string& text = node.string();
    if (!text.starts_with('$') || !isIdentifier(std::string_view(text).substr(1)))
        node.expected("a variable, \"$name\"");
    return text.substr(1);
}

std::string identifier(const JsonNode& node)
{
    return identifier(node.string(), node);
}

std::string identifier(const std::string& name, const JsonNode& node)
{
    if (!isIdentifier(name))
        node.fail("\"" + name + "\" is no name of letters, digits and underscores");
    return name;
}

}  // namespace coroscope::scenario
