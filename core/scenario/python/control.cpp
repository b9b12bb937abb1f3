// SPDX-License-Identifier: MIT
#include <vector>

#include "core/scenario/python/statement_printers.h"
#include "core/scenario/python/strategy_printers.h"
#include "core/scenario/python/text.h"

namespace coroscope::scenario::python {
namespace {

// Python compares with None by identity.
std::string comparison(const std::string& sign, bool withNone)
{
    if (withNone && sign == "==")
        return "is";
    return withNone && sign == "!=" ? "is not" : sign;
}

Fragment condition(const JsonNode& node, const BodyPrinter& body)
{
    const std::vector<JsonNode> parts = node.items();
    if (parts.size() != 3)
        node.expected("[left, \"==\", right]");
    const std::string sign = comparison(parts[1].string(), parts[2].isNull());
    return body.value(parts[0]).flat() + ' ' + sign + ' ' + body.value(parts[2]).flat();
}

// The only statement of a block, if that is another "if".
std::optional<JsonNode> onlyIf(const JsonNode& block)
{
    const std::vector<JsonNode> items = block.items();
    if (items.size() == 1 && items.front().find("if") && !items.front().find("only"))
        return items.front();
    return {};
}

void printBranches(const JsonNode& node, const std::string& keyword, BodyPrinter& body)
{
    body.line(keyword + ' ' + condition(node.at("if"), body) + ":");
    body.block(node.at("then"));
    const auto otherwise = node.find("else");
    if (!otherwise || otherwise->items().empty())
        return;
    if (const auto next = onlyIf(*otherwise)) {
        const Lines::Place place(body.lines(), next->path());
        printBranches(*next, "elif", body);
        return;
    }
    body.line("else:");
    body.block(*otherwise);
}

// print("{x}") says the same as print(x).
Fragment printed(const JsonNode& node, const BodyPrinter& body)
{
    if (!node.isString())
        return body.value(node);
    const Text text(node.string());
    const bool isField = !text.variable && text.parts.size() == 2 &&
                         text.parts[0].literal.empty() && text.parts[1].literal.empty() &&
                         text.parts[0].field && text.parts[0].field->spec.empty();
    return isField ? Fragment(body.names().of(text.parts[0].field->variable)) : body.value(node);
}

// What a process prints into a pipe would stand behind everything else.
bool isInProcess(const BodyPrinter& body)
{
    const StrategyPrinter* const strategy = body.module().strategy();
    return strategy != nullptr && strategy->isGuarded && body.isPlain();
}

}  // namespace

void printPrint(const JsonNode& node, BodyPrinter& body)
{
    std::vector<Fragment> arguments{printed(node.at("print"), body)};
    if (isInProcess(body))
        arguments.emplace_back("flush=True");
    body.line({"print(", std::move(arguments), ")"});
}

void printLet(const JsonNode& node, BodyPrinter& body)
{
    const std::string name = body.names().of(node.at("let").string());
    const Fragment value = body.value(node.at("be"));
    const auto plus = node.find("plus");
    const auto operand = plus ? plus : node.find("times");
    if (!operand) {
        body.line(name + " = " + value);
        return;
    }
    const std::string sign = plus ? "+" : "*";
    const std::string right = body.value(*operand).flat();
    if (value.flat() == name)
        body.line(name + ' ' + sign + "= " + right);
    else
        body.line(name + " = " + value.flat() + ' ' + sign + ' ' + right);
}

void printReturn(const JsonNode& node, BodyPrinter& body)
{
    const JsonNode value = node.at("return");
    body.line(value.isNull() ? Fragment("return") : "return " + body.value(value));
}

void printRepeat(const JsonNode& node, BodyPrinter& body)
{
    const auto index = node.find("index");
    const std::string name = index ? body.names().of(index->string()) : body.helper("_");
    body.line({"for " + name + " in range(", {body.value(node.at("repeat"))}, "):"});
    body.block(node.at("body"));
}

void printIf(const JsonNode& node, BodyPrinter& body)
{
    printBranches(node, "if", body);
}

}  // namespace coroscope::scenario::python
