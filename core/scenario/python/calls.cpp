// SPDX-License-Identifier: MIT
#include "core/scenario/python/statement_printers.h"

namespace coroscope::scenario::python {

void printAwait(const JsonNode& node, BodyPrinter& body)
{
    const JsonNode awaited = node.at("await");
    const std::string into = body.into(node);
    if (awaited.isObject()) {
        const bool isPlain = body.module().isPlainCall(awaited, body.isPlain());
        body.line(into + (isPlain ? "" : "await ") + body.call(awaited));
    } else if (body.isPlain() && body.module().isPlain()) {
        body.line(into + body.variable(awaited) + ".result()");
    } else {
        body.requireAsync(node);
        body.line(into + "await " + body.variable(awaited));
    }
}

void printCallForgotten(const JsonNode& node, BodyPrinter& body)
{
    body.line(body.call(node.at("call_forgotten")));
}

void printRunInExecutor(const JsonNode& node, BodyPrinter& body)
{
    body.requireAsync(node);
    std::vector<Fragment> arguments = body.functionAndArguments(node.at("run_in_executor"));
    arguments.insert(arguments.begin(), "None");
    body.line({body.into(node) + "await " + body.helper("loop") + ".run_in_executor(",
               std::move(arguments), ")"});
}

}  // namespace coroscope::scenario::python
