// SPDX-License-Identifier: MIT
#include "core/scenario/python/print_program.h"

#include "core/scenario/python/body_printer.h"
#include "core/scenario/python/module.h"
#include "core/scenario/python/objects.h"
#include "core/scenario/python/print_main.h"
#include "core/scenario/python/strategy_printers.h"

namespace coroscope::scenario::python {
namespace {

constexpr std::size_t betweenFunctions = 2;
constexpr std::size_t betweenParts = 1;

Lines printImports(const Module& module)
{
    Lines lines;
    for (const std::string& import : module.imports())
        lines.add(import);
    return lines;
}

Lines printConstants(const Module& module)
{
    Lines lines;
    for (const auto& [text, path] : module.constants()) {
        const Lines::Place place(lines, path);
        lines.add(text);
    }
    return lines;
}

Lines printObjects(Module& module)
{
    Lines lines;
    for (const JsonNode& object : module.objects()) {
        const Lines::Place place(lines, object.path());
        lines.add(module.names().of(object.key()) + " = " + makeObject(object, module));
    }
    return lines;
}

// An honest computation: it takes the time it is told from its thread and gives nothing back.
Lines printCompute(Module& module)
{
    Lines lines;
    if (!module.isComputing())
        return lines;
    lines.add("def " + module.compute() + "(seconds):");
    lines.add("    end = time.thread_time() + seconds");
    lines.add("    while time.thread_time() < end:");
    lines.add("        pass");
    return lines;
}

Fragment head(const FunctionVersion& function, const BodyPrinter& body)
{
    std::vector<Fragment> parameters;
    if (const auto list = function.node.find("params")) {
        for (const JsonNode& parameter : list->items())
            parameters.emplace_back(body.names().of(parameter.string()));
    }
    return {(function.isPlain ? "def " : "async def ") + function.name + '(', std::move(parameters),
            "):"};
}

void printFunction(const FunctionVersion& function, Module& module, Lines& lines)
{
    const Lines::Place place(lines, function.node.path());
    BodyPrinter body(module, lines, function.usage, function.isPlain);
    body.line(head(function, body));
    if (function.usage.keys.contains("run_in_executor") && !function.isPlain) {
        const Lines::Indented indented(lines);
        body.useLoop();
    }
    body.block(function.node.at("body"));
}

Lines printStart(Module& module)
{
    Lines lines;
    const std::string call = module.mainName() + "()";
    if (module.isAsync())
        module.require("import asyncio");
    const std::string run = module.isAsync() ? "asyncio.run(" + call + ')' : call;
    const bool isGuarded = module.strategy() != nullptr && module.strategy()->isGuarded;
    if (isGuarded)
        lines.add("if __name__ == \"__main__\":");
    lines.add((isGuarded ? "    " : "") + run);
    return lines;
}

}  // namespace

PythonSource printProgram(const JsonNode& root, std::string_view program,
                          const ParameterValues& parameters)
{
    Module module(root, program, parameters);
    std::vector<Lines> functions;
    for (const FunctionVersion& function : module.functions())
        printFunction(function, module, functions.emplace_back());
    printMain(module, functions.emplace_back());
    const Lines objects = printObjects(module);
    const Lines start = printStart(module);

    Lines file = printImports(module);
    file.append(printConstants(module), betweenParts);
    file.append(objects, betweenParts);
    file.append(printCompute(module), betweenFunctions);
    for (const Lines& function : functions)
        file.append(function, betweenFunctions);
    file.append(start, betweenFunctions);
    return std::move(file).finish();
}

}  // namespace coroscope::scenario::python
