// SPDX-License-Identifier: MIT
#include "core/scenario/python/body_printer.h"

#include "core/scenario/expression.h"
#include "core/scenario/python/statement_printers.h"
#include "core/scenario/python/text.h"

namespace coroscope::scenario::python {

BodyPrinter::BodyPrinter(Module& module, Lines& lines, const Usage& usage, bool isPlain)
    : m_module(module), m_lines(lines), m_usage(usage), m_names(&module.names()), m_isPlain(isPlain)
{
    for (const std::string& variable : usage.assigned)
        m_names.give(variable);
}

void BodyPrinter::statements(const JsonNode& list)
{
    for (const JsonNode& node : list.items()) {
        if (!isLeftOut(node, m_module.program()))
            statement(node);
    }
}

void BodyPrinter::statement(const JsonNode& node)
{
    const Lines::Place place(m_lines, node.path());
    printerOf(node).print(node, *this);
}

void BodyPrinter::block(const JsonNode& list)
{
    const Lines::Indented indented(m_lines);
    const std::size_t before = m_lines.size();
    statements(list);
    if (m_lines.size() == before)
        line("pass");
}

Fragment BodyPrinter::value(const JsonNode& node) const
{
    if (node.isArray())
        return {"[", values(node), "]"};
    if (!node.isString())
        return constantOf(node).repr();
    const Text text(node.string());
    if (text.variable)
        return m_names.of(*text.variable);
    return textLiteral(text, [this](const std::string& name) { return m_names.of(name); });
}

std::vector<Fragment> BodyPrinter::values(const JsonNode& list) const
{
    std::vector<Fragment> fragments;
    for (const JsonNode& item : list.items())
        fragments.push_back(value(item));
    return fragments;
}

Fragment BodyPrinter::duration(const JsonNode& node) const
{
    if (node.json().is_number() && node.number() < 0)
        return "0";
    return value(node);
}

std::string BodyPrinter::variable(const JsonNode& node) const
{
    const Text text(node.string());
    if (!text.variable)
        node.expected("a variable, \"$name\"");
    return m_names.of(*text.variable);
}

std::string BodyPrinter::into(const JsonNode& statement) const
{
    const auto name = statement.find("into");
    return name ? m_names.of(name->string()) + " = " : "";
}

Fragment BodyPrinter::argument(const JsonNode& node) const
{
    if (node.isString()) {
        const Text text(node.string());
        const std::string* const literal = text.variable && !m_names.isLocal(*text.variable)
                                         ? m_module.literal(*text.variable)
                                         : nullptr;
        if (literal != nullptr)
            return *literal;
    }
    return value(node);
}

std::vector<Fragment> BodyPrinter::functionAndArguments(const JsonNode& call) const
{
    std::vector<Fragment> fragments{m_module.functionName(call.at("call").string(), true)};
    if (const auto arguments = call.find("args")) {
        for (const JsonNode& item : arguments->items())
            fragments.push_back(argument(item));
    }
    return fragments;
}

Fragment BodyPrinter::call(const JsonNode& call) const
{
    std::vector<Fragment> arguments = functionAndArguments(call);
    arguments.erase(arguments.begin());
    const std::string name =
        m_module.functionName(call.at("call").string(), m_module.isPlainCall(call, m_isPlain));
    return {name + '(', std::move(arguments), ")"};
}

Fragment BodyPrinter::coroutine(const JsonNode& call) const
{
    if (m_module.isPlainCall(call, m_isPlain))
        call.fail("\"" + call.at("call").string() +
                  "\" is a plain function in this program; expected a coroutine function");
    return this->call(call);
}

Fragment BodyPrinter::awaitable(const JsonNode& node) const
{
    return node.isObject() ? coroutine(node) : Fragment(variable(node));
}

std::vector<Fragment> BodyPrinter::awaitables(const JsonNode& list) const
{
    std::vector<Fragment> fragments;
    for (const JsonNode& item : list.items())
        fragments.push_back(awaitable(item));
    return fragments;
}

std::string BodyPrinter::asyncio(const JsonNode& statement, const std::string& function) const
{
    requireAsync(statement);
    m_module.require("import asyncio");
    return "asyncio." + function;
}

std::string BodyPrinter::awaitObject(const JsonNode& statement) const
{
    if (m_module.isPlain())
        return "";
    requireAsync(statement);
    return "await ";
}

void BodyPrinter::requireAsync(const JsonNode& statement) const
{
    if (m_isPlain)
        statement.fail(
            "this needs an event loop, but its function is a plain one in this "
            "program");
}

std::string BodyPrinter::taskMaker() const
{
    return m_groups.empty() ? "asyncio" : m_groups.back();
}

const std::string& BodyPrinter::groupName()
{
    return helper(m_groups.empty() ? "tg" : "tg" + std::to_string(m_groups.size() + 1));
}

const std::string& BodyPrinter::helper(const std::string& wanted)
{
    const auto found = m_helpers.find(wanted);
    return found != m_helpers.end()
               ? found->second
               : m_helpers.emplace(wanted, m_names.invent(wanted)).first->second;
}

void BodyPrinter::useLoop()
{
    m_module.require("import asyncio");
    line(helper("loop") + " = asyncio.get_running_loop()");
}

}  // namespace coroscope::scenario::python
