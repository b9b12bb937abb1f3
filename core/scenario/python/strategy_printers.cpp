// SPDX-License-Identifier: MIT
#include "core/scenario/python/strategy_printers.h"

#include <algorithm>
#include <array>

#include "core/scenario/python/body_printer.h"
#include "core/scenario/python/strategy_parts.h"

namespace coroscope::scenario::python {
namespace {

// f(A); b = f(B): plain calls, or awaited ones.
void printOneByOne(const ComparedCalls& compared, BodyPrinter& main)
{
    const std::string await = main.isPlain() ? "" : "await ";
    std::vector<Fragment> awaited;
    for (const JsonNode& call : compared.calls)
        awaited.push_back(await + main.call(call));
    printResults(awaited, callPaths(compared, ""), compared, main);
}

void printGather(const ComparedCalls& compared, BodyPrinter& main)
{
    std::vector<Fragment> coroutines;
    for (const JsonNode& call : compared.calls)
        coroutines.push_back(main.coroutine(call));
    printGathered(std::move(coroutines), compared, main);
}

void printCreateTask(const ComparedCalls& compared, BodyPrinter& main)
{
    const std::vector<std::string> tasks = taskNames(compared, main);
    printCreated("asyncio", tasks, compared, main);
    std::vector<Fragment> awaited;
    for (const std::string& task : tasks)
        awaited.emplace_back("await " + task);
    printResults(awaited, callPaths(compared, ".await"), compared, main);
}

void printTaskGroup(const ComparedCalls& compared, BodyPrinter& main)
{
    const std::string& group = main.helper("tg");
    const std::vector<std::string> tasks = wantedTaskNames(compared, main);
    main.line("async with asyncio.TaskGroup()" + (tasks.empty() ? "" : " as " + group) + ':');
    {
        const Lines::Indented indented(main.lines());
        printCreated(group, tasks, compared, main);
        if (tasks.empty())
            main.line("pass");
    }
    printTaskResults(tasks, compared, main);
}

void printAsCompleted(const ComparedCalls& compared, BodyPrinter& main)
{
    const std::string& tasks = main.helper("tasks");
    std::vector<Fragment> created;
    for (const JsonNode& call : compared.calls)
        created.emplace_back("asyncio.create_task(", std::vector{main.coroutine(call)}, ")");
    main.lines().add({tasks + " = [", std::move(created), "]"}, callPaths(compared, ""));
    const std::string& future = main.helper("future");
    main.line("for " + future + " in asyncio.as_completed(" + tasks + "):");
    {
        const Lines::Indented indented(main.lines());
        const Lines::Place place(main.lines(), allCallsAwait);
        main.line("await " + future);
    }
    const std::string& task = main.helper("task");
    printAssigned({'[' + task + ".result() for " + task + " in " + tasks + ']'}, compared, main);
}

void printThreads(const ComparedCalls& compared, BodyPrinter& main)
{
    printGathered(executorCalls("None", compared, main), compared, main);
}

void printProcesses(const ComparedCalls& compared, BodyPrinter& main)
{
    main.module().require("from concurrent.futures import ProcessPoolExecutor");
    const std::string& pool = main.helper("pool");
    main.line("with ProcessPoolExecutor(" + workersArgument(main.module(), 0) + ") as " + pool +
              ':');
    const Lines::Indented indented(main.lines());
    printGathered(executorCalls(pool, compared, main), compared, main);
}

constexpr std::array<StrategyPrinter, 8> printers{{
    {"sync", false, true, false, printOneByOne},
    {"sequential", true, false, false, printOneByOne},
    {"gather", true, false, false, printGather},
    {"create_task", true, false, false, printCreateTask},
    {"task_group", true, false, false, printTaskGroup},
    {"as_completed", true, false, false, printAsCompleted},
    {"threads", true, true, false, printThreads},
    {"processes", true, true, true, printProcesses},
}};

}  // namespace

const StrategyPrinter* strategyPrinter(std::string_view name)
{
    const auto found = std::ranges::find(printers, name, &StrategyPrinter::name);
    return found != printers.end() ? &*found : nullptr;
}

}  // namespace coroscope::scenario::python
