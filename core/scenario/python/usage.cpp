// SPDX-License-Identifier: MIT
#include "core/scenario/python/usage.h"

#include <algorithm>
#include <array>

#include "core/scenario/python/text.h"

namespace coroscope::scenario::python {
namespace {

// Keys whose strings are names that a statement assigns, and keys whose strings are no values.
constexpr std::array<std::string_view, 5> assigning{"into", "let", "index", "each", "as"};
constexpr std::array<std::string_view, 5> words{"call", "type", "raise", "return_when", "only"};

bool isOneOf(std::string_view key, const auto& keys)
{
    return std::ranges::count(keys, key) > 0;
}

void addText(const std::string& string, bool isArgument, Usage& usage)
{
    const Text text(string);
    const auto addRead = [&](const std::string& name) {
        usage.read.insert(name);
        if (!isArgument || !text.variable)
            usage.readAsValue.insert(name);
    };
    if (text.variable)
        addRead(*text.variable);
    for (const Text::Part& part : text.parts) {
        if (part.field)
            addRead(part.field->variable);
    }
}

void addAssigned(const JsonNode& node, Usage& usage)
{
    if (node.isString())
        usage.assigned.insert(node.string());
    else if (node.isArray()) {
        for (const JsonNode& name : node.items())
            usage.assigned.insert(name.string());
    }
}

void addCall(const JsonNode& call, bool inExecutor, std::string_view program, Usage& usage)
{
    usage.calls.emplace(call.at("call").string(), inExecutor);
    if (const auto into = call.find("into"))
        addAssigned(*into, usage);
    const auto arguments = call.find("args");
    if (!arguments)
        return;
    for (const JsonNode& argument : arguments->items()) {
        if (argument.isString())
            addText(argument.string(), true, usage);
        else
            addUsage(argument, program, usage);
    }
}

void addMember(const JsonNode& member, std::string_view program, Usage& usage)
{
    usage.keys.insert(member.key());
    if (isOneOf(member.key(), assigning))
        addAssigned(member, usage);
    else if (member.isObject() && member.find("call"))
        addCall(member, member.key() == "run_in_executor", program, usage);
    else if (!isOneOf(member.key(), words))
        addUsage(member, program, usage);
}

}  // namespace

void addUsage(const JsonNode& node, std::string_view program, Usage& usage)
{
    if (node.isString()) {
        addText(node.string(), false, usage);
    } else if (node.isArray()) {
        for (const JsonNode& item : node.items())
            addUsage(item, program, usage);
    } else if (node.isObject() && node.find("call")) {
        addCall(node, false, program, usage);
    } else if (node.isObject() && !isLeftOut(node, program)) {
        for (const JsonNode& member : node.members())
            addMember(member, program, usage);
    }
}

bool isLeftOut(const JsonNode& statement, std::string_view program)
{
    const auto only = statement.find("only");
    if (!only)
        return false;
    const std::vector<JsonNode> programs = only->items();
    return std::ranges::none_of(
        programs, [program](const JsonNode& name) { return name.string() == program; });
}

}  // namespace coroscope::scenario::python
