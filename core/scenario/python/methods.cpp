// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "core/scenario/python/statement_printers.h"

namespace coroscope::scenario::python {
namespace {

// A statement that is the call of an object's method.
struct Method {
    std::string_view key;
    std::string_view name;
    bool isAwaited;
    std::string_view argument;  // the key of its argument; empty: none
};

constexpr std::array<Method, 16> methods{{
    {"acquire", "acquire", true, ""},
    {"release", "release", false, ""},
    {"set", "set", false, ""},
    {"clear", "clear", false, ""},
    {"wait_event", "wait", true, ""},
    {"wait_condition", "wait", true, ""},
    {"notify", "notify", false, "n"},
    {"notify_all", "notify_all", false, ""},
    {"put", "put", true, "value"},
    {"get", "get", true, ""},
    {"put_nowait", "put_nowait", false, "value"},
    {"get_nowait", "get_nowait", false, ""},
    {"task_done", "task_done", false, ""},
    {"join", "join", true, ""},
    {"barrier", "wait", true, ""},
    {"set_result", "set_result", false, "value"},
}};

const Method& methodOf(const JsonNode& node)
{
    const std::string_view key = printerOf(node).key;
    return *std::ranges::find(methods, key, &Method::key);
}

// notify(1) is written notify().
std::vector<Fragment> argumentsOf(const JsonNode& node, const Method& method,
                                  const BodyPrinter& body)
{
    const auto argument = node.find(method.argument);
    if (!argument || (method.key == "notify" && argument->json() == 1))
        return {};
    return {body.value(*argument)};
}

}  // namespace

void printMethod(const JsonNode& node, BodyPrinter& body)
{
    const Method& method = methodOf(node);
    const std::string object = body.variable(node.at(method.key));
    const std::string await = method.isAwaited ? body.awaitObject(node) : "";
    body.line({body.into(node) + await + object + '.' + std::string(method.name) + '(',
               argumentsOf(node, method, body), ")"});
}

void printWith(const JsonNode& node, BodyPrinter& body)
{
    const bool isAsync = !body.awaitObject(node).empty();
    body.line(std::string(isAsync ? "async with " : "with ") + body.variable(node.at("with")) +
              ':');
    body.block(node.at("body"));
}

}  // namespace coroscope::scenario::python
