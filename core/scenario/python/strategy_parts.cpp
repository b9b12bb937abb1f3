// SPDX-License-Identifier: MIT
#include "core/scenario/python/strategy_parts.h"

#include <algorithm>
#include <set>

namespace coroscope::scenario::python {
namespace {

constexpr std::string_view resultsName = "results";

// Whether a text can be a variable's name as it stands.
bool isPlainName(std::string_view text)
{
    const auto isLetter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && isLetter(text.front()) &&
           std::ranges::all_of(text, [&](char c) { return isLetter(c) || isDigit(c); });
}

std::string lowered(std::string text)
{
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

// The text that a call begins with, in small letters; empty if it is no name.
std::string firstArgumentName(const JsonNode& call)
{
    const auto arguments = call.find("args");
    if (!arguments || arguments->items().empty())
        return "";
    const JsonNode first = arguments->items().front();
    return first.isString() && isPlainName(first.string()) ? lowered(first.string()) : "";
}

std::vector<std::string> distinctNames(const ComparedCalls& compared)
{
    std::vector<std::string> names;
    for (const JsonNode& call : compared.calls) {
        const auto into = call.find("into");
        names.push_back(into ? into->string() + "_task" : firstArgumentName(call));
    }
    const std::set<std::string> distinct(names.begin(), names.end());
    if (distinct.size() == names.size() && !distinct.contains(""))
        return names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = names.size() == 1 ? "task" : "task" + std::to_string(i + 1);
    return names;
}

// "_, b", or "[b]" for a single one; empty if no call's result has a name.
std::string targetsOf(const ComparedCalls& compared, const BodyPrinter& main)
{
    std::string targets;
    bool isNamed = false;
    for (const JsonNode& call : compared.calls) {
        const auto into = call.find("into");
        isNamed = isNamed || into;
        targets += (targets.empty() ? "" : ", ") + (into ? main.names().of(into->string()) : "_");
    }
    if (!isNamed)
        return "";
    return compared.calls.size() == 1 ? '[' + targets + ']' : targets;
}

// Where the list of all results goes: "results = ", "_, b = " or nowhere.
std::string listTarget(const ComparedCalls& compared, const BodyPrinter& main)
{
    if (compared.areResultsRead)
        return main.names().of(std::string(resultsName)) + " = ";
    const std::string targets = targetsOf(compared, main);
    return targets + (targets.empty() ? "" : " = ");
}

// The named results, once they are in the list.
void printDistributed(const ComparedCalls& compared, BodyPrinter& main)
{
    const std::string targets = targetsOf(compared, main);
    if (compared.areResultsRead && !targets.empty())
        main.line(targets + " = " + main.names().of(std::string(resultsName)));
}

// Whether anybody wants what the calls return.
bool needsResults(const ComparedCalls& compared)
{
    return compared.areResultsRead || std::ranges::any_of(compared.calls, [](const JsonNode& call) {
               return call.find("into").has_value();
           });
}

}  // namespace

std::vector<std::string> callPaths(const ComparedCalls& compared, std::string_view suffix)
{
    std::vector<std::string> paths;
    for (const JsonNode& call : compared.calls)
        paths.push_back(call.path() + std::string(suffix));
    return paths;
}

std::vector<std::string> taskNames(const ComparedCalls& compared, BodyPrinter& main)
{
    std::vector<std::string> names = distinctNames(compared);
    for (std::string& name : names)
        name = main.names().invent(name);
    return names;
}

std::vector<std::string> wantedTaskNames(const ComparedCalls& compared, BodyPrinter& main)
{
    std::vector<std::string> names = distinctNames(compared);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool isWanted = compared.areResultsRead || compared.calls[i].find("into");
        names[i] = isWanted ? main.names().invent(names[i]) : "";
    }
    return names;
}

void printCreated(const std::string& maker, const std::vector<std::string>& tasks,
                  const ComparedCalls& compared, BodyPrinter& main)
{
    for (std::size_t i = 0; i < compared.calls.size(); ++i) {
        const Lines::Place place(main.lines(), compared.calls[i].path());
        main.line({(tasks[i].empty() ? "" : tasks[i] + " = ") + maker + ".create_task(",
                   {main.coroutine(compared.calls[i])},
                   ")"});
    }
}

void printResults(const std::vector<Fragment>& expressions, const std::vector<std::string>& paths,
                  const ComparedCalls& compared, BodyPrinter& main)
{
    if (compared.areResultsRead) {
        const std::string target = listTarget(compared, main);
        main.lines().add({target + '[', expressions, "]"}, paths);
        printDistributed(compared, main);
        return;
    }
    for (std::size_t i = 0; i < expressions.size(); ++i) {
        const std::size_t first = main.lines().size() + 1;
        main.line(main.into(compared.calls[i]) + expressions[i]);
        if (!paths.empty())
            main.lines().mark(paths[i], first, main.lines().size());
    }
}

void printTaskResults(const std::vector<std::string>& tasks, const ComparedCalls& compared,
                      BodyPrinter& main)
{
    std::vector<Fragment> results;
    for (const std::string& task : tasks)
        results.emplace_back(task + ".result()");
    if (compared.areResultsRead) {
        printResults(results, {}, compared, main);
        return;
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (!tasks[i].empty())
            main.line(main.into(compared.calls[i]) + results[i]);
    }
}

void printAssigned(const Fragment& list, const ComparedCalls& compared, BodyPrinter& main)
{
    if (!needsResults(compared))
        return;
    main.line(listTarget(compared, main) + list);
    printDistributed(compared, main);
}

void printGathered(std::vector<Fragment> arguments, const ComparedCalls& compared,
                   BodyPrinter& main)
{
    {
        const Lines::Place place(main.lines(), allCallsAwait);
        main.lines().add(
            {listTarget(compared, main) + "await asyncio.gather(", std::move(arguments), ")"},
            callPaths(compared, ""));
    }
    printDistributed(compared, main);
}

std::vector<Fragment> executorCalls(const std::string& pool, const ComparedCalls& compared,
                                    BodyPrinter& main)
{
    std::vector<Fragment> jobs;
    for (const JsonNode& call : compared.calls) {
        std::vector<Fragment> arguments = main.functionAndArguments(call);
        arguments.insert(arguments.begin(), pool);
        jobs.emplace_back(main.helper("loop") + ".run_in_executor(", std::move(arguments), ")");
    }
    return jobs;
}

std::string workersArgument(const Module& module, std::size_t jobs)
{
    constexpr std::size_t fewest = 5;  // workers that CPython starts on one core
    constexpr std::int64_t standard = 8;
    const auto executor = module.root().find("executor");
    const auto workers = executor ? executor->find("workers") : std::nullopt;
    if (!workers && jobs <= fewest)
        return "";
    return "max_workers=" + std::to_string(workers ? workers->integer(1, 1000) : standard);
}

}  // namespace coroscope::scenario::python
