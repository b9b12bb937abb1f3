// SPDX-License-Identifier: MIT
#include "core/scenario/python/module.h"

#include <algorithm>

#include "core/scenario/expression.h"
#include "core/scenario/python/objects.h"
#include "core/scenario/python/strategy_printers.h"
#include "core/scenario/unit.h"

namespace coroscope::scenario::python {
namespace {

// Functions have a namespace of their own in a scenario, but not in Python.
std::string functionKey(const std::string& name, bool isPlain)
{
    return name + (isPlain ? "() plain" : "()");
}

bool saysAsync(const JsonNode& node)
{
    const auto isAsync = node.find("async");
    return !isAsync || isAsync->boolean();
}

bool readsOneOf(const Usage& usage, const std::string& variable)
{
    return usage.read.contains(variable) && !usage.assigned.contains(variable);
}

std::vector<JsonNode> itemsOf(const JsonNode& root, std::string_view key)
{
    const auto list = root.find(key);
    return list ? list->items() : std::vector<JsonNode>();
}

bool hasNegativeNumber(const Json& json)
{
    if (json.is_number())
        return json < 0;
    return json.is_structured() && std::ranges::any_of(json, hasNegativeNumber);
}

}  // namespace

Module::Module(const JsonNode& root, std::string_view program, const ParameterValues& parameters)
    : m_root(root), m_program(program), m_parameters(parameters)
{
    findProgram();
    addMainUsage();
    addFunctions();
    nameFunctions();
    nameVariables();
    findNegativeNumbers();
}

void Module::findProgram()
{
    for (const JsonNode& main : itemsOf(m_root, "mains")) {
        if (main.at("name").string() == m_program)
            m_main = main;
    }
    if (m_main) {
        m_isAsync = saysAsync(*m_main);
        m_isPlain = !m_isAsync;
        return;
    }
    m_strategy = strategyPrinter(m_program);
    if (m_strategy == nullptr)
        m_root.fail("there is no program \"" + m_program + '"');
    m_isAsync = m_strategy->isAsync;
    m_isPlain = m_strategy->hasPlainFunctions;
}

void Module::addMainUsage()
{
    if (m_main) {
        addUsage(m_main->at("body"), m_program, m_mainUsage);
        return;
    }
    for (const std::string_view key : {"before", "calls", "after"}) {
        if (const auto list = m_root.find(key))
            addUsage(*list, m_program, m_mainUsage);
    }
    m_mainUsage.assigned.insert({"results", "elapsed"});
}

void Module::addFunctions()
{
    addCalled(m_mainUsage, m_isPlain);
    for (std::size_t i = 0; i < m_functions.size(); ++i) {
        const Usage usage = m_functions[i].usage;
        addCalled(usage, m_functions[i].isPlain);
    }
    std::vector<FunctionVersion> ordered;
    for (const JsonNode& node : itemsOf(m_root, "functions")) {
        for (const FunctionVersion& version : m_functions) {
            if (version.node.path() == node.path())
                ordered.push_back(version);
        }
    }
    m_functions = std::move(ordered);
}

void Module::addCalled(const Usage& usage, bool fromPlain)
{
    for (const auto& [name, inExecutor] : usage.calls) {
        const auto node = functionNode(name);
        if (!node)
            m_root.fail("no function is called \"" + name + '"');
        const bool isPlain = fromPlain || inExecutor || !saysAsync(*node);
        if (!m_needed.emplace(name, isPlain).second)
            continue;
        FunctionVersion version{*node, isPlain, name, {}};
        addUsage(node->at("body"), "", version.usage);
        for (const JsonNode& parameter : itemsOf(*node, "params"))
            version.usage.assigned.insert(parameter.string());
        m_functions.push_back(std::move(version));
    }
}

void Module::nameFunctions()
{
    static_cast<void>(m_names.invent("asyncio"));
    if (needsTime())
        static_cast<void>(m_names.invent("time"));
    if (m_isPlain && m_root.find("objects")) {
        for (const char* const module : {"concurrent", "queue", "threading"})
            static_cast<void>(m_names.invent(module));
    }
    m_mainName = m_names.invent("main");
    for (FunctionVersion& version : m_functions) {
        const std::string name = version.node.at("name").string();
        const bool isSecond = version.isPlain && m_needed.contains({name, false});
        version.name =
            m_names.give(functionKey(name, version.isPlain), isSecond ? name + "_plain" : name);
    }
}

void Module::nameVariables()
{
    for (const JsonNode& parameter : itemsOf(m_root, "parameters")) {
        const std::string& name = parameter.at("name").string();
        const auto given = m_parameters.find(name);
        const Value value =
            given != m_parameters.end() ? given->second : constantOf(parameter.at("value"));
        const auto unit = parameter.find("unit");
        m_values.emplace(name, inSecondsText(value, unit ? unit->string() : ""));
        m_hasNegativeNumbers = m_hasNegativeNumbers || value.toDouble() < 0;
        if (isConstant(name))
            m_names.give(name, constantName(name));
    }
    for (const JsonNode& object : objects())
        m_names.give(object.key());
    for (const JsonNode& future : futures()) {
        m_names.give(future.key());
        if (isUsedByFunctions(future.key()))
            m_names.pin(future.key());
    }
    m_computeName = m_names.invent("compute");
}

void Module::findNegativeNumbers()
{
    for (const std::string_view key : {"functions", "mains", "before", "calls", "after"}) {
        const auto part = m_root.find(key);
        m_hasNegativeNumbers = m_hasNegativeNumbers || (part && hasNegativeNumber(part->json()));
    }
}

bool Module::needsTime() const
{
    const auto isTiming = [](const Usage& usage, bool isPlain) {
        const auto says = [&](const char* key) { return usage.keys.contains(key); };
        return says("work") || says("block") || (isPlain && (says("sleep") || says("yield")));
    };
    return isTiming(m_mainUsage, !m_isAsync) || (!m_main && m_mainUsage.read.contains("elapsed")) ||
           std::ranges::any_of(m_functions, [&](const FunctionVersion& version) {
               return isTiming(version.usage, version.isPlain);
           });
}

std::optional<JsonNode> Module::functionNode(const std::string& name) const
{
    for (const JsonNode& node : itemsOf(m_root, "functions")) {
        if (node.at("name").string() == name)
            return node;
    }
    return {};
}

bool Module::isPlainCall(const JsonNode& call, bool fromPlain) const
{
    const auto node = functionNode(call.at("call").string());
    return fromPlain || m_isPlain || (node && !saysAsync(*node));
}

std::string Module::functionName(const std::string& name, bool isPlain) const
{
    return m_names.of(functionKey(name, isPlain));
}

bool Module::isConstant(const std::string& parameter) const
{
    const auto isValueIn = [&](const Usage& usage) {
        return usage.readAsValue.contains(parameter) && !usage.assigned.contains(parameter);
    };
    return isValueIn(m_mainUsage) ||
           std::ranges::any_of(m_functions, isValueIn, &FunctionVersion::usage) ||
           sizesAnObject(parameter);
}

bool Module::sizesAnObject(const std::string& parameter) const
{
    const std::string reference = '$' + parameter;
    return std::ranges::any_of(objects(), [&](const JsonNode& object) {
        return std::ranges::any_of(object.members(), [&](const JsonNode& member) {
            return member.json() == reference;
        });
    });
}

bool Module::isUsedByFunctions(const std::string& variable) const
{
    return std::ranges::any_of(m_functions, [&](const FunctionVersion& version) {
        return readsOneOf(version.usage, variable);
    });
}

bool Module::isUsed(const std::string& variable) const
{
    return readsOneOf(m_mainUsage, variable) || isUsedByFunctions(variable);
}

const std::string* Module::literal(const std::string& parameter) const
{
    const auto found = m_values.find(parameter);
    return found != m_values.end() && !isConstant(parameter) ? &found->second : nullptr;
}

std::vector<std::pair<std::string, std::string>> Module::constants() const
{
    std::vector<std::pair<std::string, std::string>> lines;
    for (const JsonNode& parameter : itemsOf(m_root, "parameters")) {
        const std::string& name = parameter.at("name").string();
        if (isConstant(name))
            lines.emplace_back(m_names.of(name) + " = " + m_values.at(name),
                               parameter.path());
    }
    return lines;
}

std::vector<JsonNode> Module::objects() const
{
    std::vector<JsonNode> used;
    if (const auto objects = m_root.find("objects")) {
        for (const JsonNode& object : objects->members()) {
            if (isUsed(object.key()) && !isMadeByLoop(object, m_isPlain))
                used.push_back(object);
        }
    }
    return used;
}

std::vector<JsonNode> Module::futures() const
{
    std::vector<JsonNode> used;
    if (const auto objects = m_root.find("objects")) {
        for (const JsonNode& object : objects->members()) {
            if (isUsed(object.key()) && isMadeByLoop(object, m_isPlain))
                used.push_back(object);
        }
    }
    return used;
}

std::vector<std::string> Module::imports() const
{
    std::vector<std::string> lines(m_imports.begin(), m_imports.end());
    // Not that of std::ranges, which clang 14 cannot compile.
    std::stable_partition(lines.begin(), lines.end(),
                          [](const std::string& line) { return line.starts_with("import "); });
    return lines;
}

const std::string& Module::compute()
{
    m_isComputing = true;
    require("import time");
    return m_computeName;
}

}  // namespace coroscope::scenario::python
