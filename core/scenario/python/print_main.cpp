// SPDX-License-Identifier: MIT
#include "core/scenario/python/print_main.h"

#include <algorithm>

#include "core/scenario/python/body_printer.h"
#include "core/scenario/python/strategy_parts.h"

namespace coroscope::scenario::python {
namespace {

constexpr const char* executorKey = "run_in_executor";

// Whether the strategy hands its calls to threads or processes.
bool handsOver(const Module& module)
{
    const StrategyPrinter* const strategy = module.strategy();
    return strategy != nullptr && strategy->isAsync && strategy->hasPlainFunctions;
}

// How many threads the default executor has, as an argument; empty if that does not matter.
std::string threadsArgument(const Module& module)
{
    const bool hasThreads = handsOver(module) && !module.strategy()->isGuarded;
    const bool isUsed =
        hasThreads || module.mainUsage().keys.contains(executorKey) ||
        std::ranges::any_of(module.functions(), [](const FunctionVersion& function) {
            return function.usage.keys.contains(executorKey);
        });
    const std::size_t jobs = hasThreads ? module.root().at("calls").items().size() : 0;
    return isUsed ? workersArgument(module, jobs) : "";
}

void printThreads(const std::string& argument, BodyPrinter& body)
{
    body.module().require("from concurrent.futures import ThreadPoolExecutor");
    body.line({body.helper("loop") + ".set_default_executor(",
               {Fragment("ThreadPoolExecutor(", {argument}, ")")},
               ")"});
}

// "global" for the futures that functions use too: they are made here, where the loop runs.
void printGlobals(const Module& module, BodyPrinter& body)
{
    std::string names;
    for (const JsonNode& future : module.futures()) {
        if (module.isUsedByFunctions(future.key()))
            names += (names.empty() ? "" : ", ") + module.names().of(future.key());
    }
    if (!names.empty())
        body.line("global " + names);
}

void printLoop(const Module& module, BodyPrinter& body)
{
    const std::string threads = threadsArgument(module);
    const bool usesLoop = handsOver(module) || body.usage().keys.contains(executorKey) ||
                          !threads.empty() || !module.futures().empty();
    if (body.isPlain() || !usesLoop)
        return;
    body.useLoop();
    if (!threads.empty())
        printThreads(threads, body);
    for (const JsonNode& future : module.futures()) {
        const Lines::Place place(body.lines(), future.path());
        body.line(module.names().of(future.key()) + " = " + body.helper("loop") +
                  ".create_future()");
    }
}

bool isRead(const JsonNode& root, std::string_view program, const std::string& variable)
{
    Usage usage;
    for (const std::string_view key : {"before", "calls", "after"}) {
        if (const auto list = root.find(key))
            addUsage(*list, program, usage);
    }
    return usage.read.contains(variable);
}

void printStatements(const Module& module, std::string_view key, BodyPrinter& body)
{
    if (const auto list = module.root().find(key))
        body.statements(*list);
}

void printCalls(const Module& module, BodyPrinter& body)
{
    const JsonNode calls = module.root().at("calls");
    const Lines::Place place(body.lines(), calls.path());
    module.strategy()->print({calls.items(), isRead(module.root(), module.program(), "results")},
                             body);
}

void printStrategyMain(Module& module, BodyPrinter& body)
{
    const bool isTimed = isRead(module.root(), module.program(), "elapsed");
    const std::string start = isTimed ? body.helper("start") : "";
    if (isTimed) {
        const Lines::Place place(body.lines(), "main.start");
        module.require("import time");
        body.line(start + " = time.perf_counter()");
    }
    printStatements(module, "before", body);
    printCalls(module, body);
    if (isTimed) {
        const Lines::Place place(body.lines(), "main.elapsed");
        body.line(body.names().of("elapsed") + " = time.perf_counter() - " + start);
    }
    printStatements(module, "after", body);
}

}  // namespace

void printMain(Module& module, Lines& lines)
{
    const Lines::Place place(lines, "main");
    const Lines::Place written(lines, module.handWritten() ? module.handWritten()->path() : "");
    BodyPrinter body(module, lines, module.mainUsage(), !module.isAsync());
    body.line((module.isAsync() ? "async def " : "def ") + module.mainName() + "():");
    const Lines::Indented indented(lines);
    const std::size_t before = lines.size();
    printGlobals(module, body);
    printLoop(module, body);
    if (module.handWritten())
        body.statements(module.handWritten()->at("body"));
    else
        printStrategyMain(module, body);
    if (lines.size() == before)
        body.line("pass");
}

}  // namespace coroscope::scenario::python
