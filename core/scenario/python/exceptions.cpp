// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/scenario/python/statement_printers.h"

namespace coroscope::scenario::python {
namespace {

// Exceptions that are no builtins: the module that has them, also in programs of plain functions.
struct ExceptionPlace {
    std::string_view name;
    std::string_view module;
    std::string_view plainModule;
    std::string_view plainName;
};

constexpr std::array<ExceptionPlace, 5> places{{
    {"CancelledError", "asyncio", "asyncio", "CancelledError"},
    {"QueueFull", "asyncio", "queue", "Full"},
    {"QueueEmpty", "asyncio", "queue", "Empty"},
    {"InvalidStateError", "asyncio", "concurrent.futures", "InvalidStateError"},
    {"BrokenBarrierError", "asyncio", "threading", "BrokenBarrierError"},
}};

std::string exceptionName(const std::string& name, Module& module)
{
    const auto found = std::ranges::find(places, name, &ExceptionPlace::name);
    if (found == places.end())
        return name;
    const std::string from(module.isPlain() ? found->plainModule : found->module);
    module.require("import " + from);
    return from + '.' + std::string(module.isPlain() ? found->plainName : found->name);
}

// "ValueError("...")"; without a message, `empty` stands behind the type.
Fragment exception(const JsonNode& type, const JsonNode& statement, const std::string& empty,
                   const BodyPrinter& body)
{
    const std::string name = exceptionName(type.string(), body.module());
    const auto message = statement.find("message");
    return message ? Fragment(name + '(', {body.value(*message)}, ")") : Fragment(name + empty);
}

std::string caughtTypes(const JsonNode& type, Module& module)
{
    if (!type.isArray())
        return exceptionName(type.string(), module);
    std::string names;
    for (const JsonNode& item : type.items())
        names += (names.empty() ? "" : ", ") + exceptionName(item.string(), module);
    return '(' + names + ')';
}

void printHandler(const JsonNode& handler, BodyPrinter& body)
{
    const Lines::Place place(body.lines(), handler.path());
    const auto type = handler.find("type");
    const auto name = handler.find("as");
    body.line("except " + (type ? caughtTypes(*type, body.module()) : "BaseException") +
              (name ? " as " + body.names().of(name->string()) : "") + ':');
    body.block(handler.at("body"));
}

}  // namespace

void printRaise(const JsonNode& node, BodyPrinter& body)
{
    const JsonNode type = node.at("raise");
    body.line(type.isNull() ? Fragment("raise") : "raise " + exception(type, node, "", body));
}

void printSetException(const JsonNode& node, BodyPrinter& body)
{
    body.line({body.variable(node.at("set_exception")) + ".set_exception(",
               {exception(node.at("type"), node, "()", body)},
               ")"});
}

void printTry(const JsonNode& node, BodyPrinter& body)
{
    body.line("try:");
    body.block(node.at("try"));
    if (const auto handlers = node.find("except")) {
        for (const JsonNode& handler : handlers->items())
            printHandler(handler, body);
    }
    for (const std::string_view key : {"else", "finally"}) {
        const auto block = node.find(key);
        if (!block || (key == "else" && block->items().empty()))
            continue;
        body.line(std::string(key) + ':');
        body.block(*block);
    }
}

}  // namespace coroscope::scenario::python
