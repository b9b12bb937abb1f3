// SPDX-License-Identifier: MIT
#include "core/scenario/statement_reader.h"

#include <algorithm>
#include <utility>

#include "core/scenario/statement_table.h"

namespace coroscope::scenario {
namespace {

// The key of every statement: in which programs it stands.
constexpr std::string_view only = "only";

bool allows(const StatementKind& kind, std::string_view key)
{
    return key == kind.key || key == only || std::ranges::count(kind.options, key) > 0;
}

// What is wrong with a statement that is none: its first key that no statement begins with.
[[noreturn]] void failUnknown(const JsonNode& node)
{
    std::vector<std::string_view> known;
    for (const StatementKind& kind : statementKinds())
        known.push_back(kind.key);
    const std::vector<JsonNode> members = node.members();
    if (members.empty())
        node.expected("a statement");
    const std::string& key = members.front().key();
    const std::string guess = didYouMean(key, known);
    node.fail("unknown statement \"" + key + '"' +
              (guess.empty() ? "; expected " + oneOf(known) : guess));
}

// Some keys begin a statement and are an option of another one: the kind that knows all keys wins.
const StatementKind& kindOf(const JsonNode& node)
{
    const StatementKind* begun = nullptr;
    const std::vector<JsonNode> members = node.members();
    for (const StatementKind& kind : statementKinds()) {
        if (!node.find(kind.key))
            continue;
        const bool isWhole = std::ranges::all_of(
            members, [&](const JsonNode& member) { return allows(kind, member.key()); });
        if (isWhole)
            return kind;
        if (begun == nullptr)
            begun = &kind;
    }
    if (begun == nullptr)
        failUnknown(node);
    return *begun;
}

void allowOptions(const JsonNode& node, const StatementKind& kind)
{
    for (const JsonNode& member : node.members()) {
        if (allows(kind, member.key()))
            continue;
        const std::string guess = didYouMean(member.key(), kind.options);
        node.fail("\"" + std::string(kind.key) + "\" has no \"" + member.key() + '"' + guess);
    }
}

}  // namespace

Block StatementReader::block(const JsonNode& list)
{
    Block statements;
    for (const JsonNode& node : list.items()) {
        if (!isLeftOut(node))
            statements.emplace_back(statement(node), number(node.path()));
    }
    return statements;
}

StatementId StatementReader::number(std::string path)
{
    m_statements.push_back(std::move(path));
    return {static_cast<std::uint32_t>(m_statements.size() - 1)};
}

StatementPtr StatementReader::statement(const JsonNode& node)
{
    const StatementKind& kind = kindOf(node);
    allowOptions(node, kind);
    return kind.read(node, *this);
}

bool StatementReader::isLeftOut(const JsonNode& node) const
{
    const auto programs = node.find(only);
    if (!programs)
        return false;
    if (m_program.empty())
        programs->fail("only statements of \"before\" and \"after\" can be left out of a program");
    bool isNamed = false;
    for (const JsonNode& name : programs->items())
        isNamed = name.string() == m_program || isNamed;
    return !isNamed;
}

Call StatementReader::call(const JsonNode& node)
{
    const JsonNode nameNode = node.at("call");
    const std::string& name = nameNode.string();
    const auto found = std::ranges::find(m_functions, name, &FunctionHead::name);
    if (found == m_functions.end()) {
        std::vector<std::string_view> known;
        for (const FunctionHead& function : m_functions)
            known.emplace_back(function.name);
        nameNode.fail("no function is called \"" + name + '"' + didYouMean(name, known));
    }
    auto arguments = std::make_shared<std::vector<ExpressionPtr>>();
    if (const auto list = node.find("args")) {
        for (const JsonNode& argument : list->items())
            arguments->push_back(value(argument));
    }
    if (arguments->size() != found->parameterCount) {
        const std::size_t count = found->parameterCount;
        node.fail("\"" + name + "\" takes " + std::to_string(count) +
                  (count == 1 ? " argument" : " arguments") +
                  "; given: " + std::to_string(arguments->size()));
    }
    return {static_cast<std::size_t>(found - m_functions.begin()), name, std::move(arguments)};
}

Call StatementReader::coroutineCall(const JsonNode& node)
{
    Call result = call(node);
    if (!m_functions[result.function].isAsync)
        node.fail("\"" + result.name + "\" is a plain function; expected a coroutine function");
    return result;
}

Call StatementReader::plainCall(const JsonNode& node)
{
    Call result = call(node);
    if (m_functions[result.function].isAsync)
        node.fail("\"" + result.name +
                  "\" is a coroutine function; expected a plain one, with "
                  "\"async\": false");
    return result;
}

ExpressionPtr StatementReader::text(const JsonNode& node)
{
    if (!node.isString())
        node.expected("a string");
    return value(node);
}

Block StatementReader::groupBody(const JsonNode& list, Scope::Slot group)
{
    const auto outer = std::exchange(m_group, group);
    Block body = block(list);
    m_group = outer;
    return body;
}

std::optional<Scope::Slot> StatementReader::into(const JsonNode& node)
{
    const auto name = node.find("into");
    return name ? std::optional(m_scope.assign(identifier(*name))) : std::nullopt;
}

void StatementReader::requireAsync(const JsonNode& node) const
{
    if (m_isPlain)
        node.fail("a plain function cannot do this; expected a coroutine function");
}

}  // namespace coroscope::scenario
