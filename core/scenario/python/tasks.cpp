// SPDX-License-Identifier: MIT
#include <set>

#include "core/scenario/python/statement_printers.h"

namespace coroscope::scenario::python {
namespace {

Fragment keyword(const std::string& name, Fragment value)
{
    return name + '=' + std::move(value);
}

// asyncio gives sets; a scenario has lists in the order of the tasks. Only a program that reads
// them can tell.
void printAsList(const std::string& variable, const JsonNode& tasks, BodyPrinter& body)
{
    if (!body.usage().read.contains(variable))
        return;
    std::string listed;
    std::set<std::string> names;
    for (const JsonNode& task : tasks.items()) {
        if (names.insert(body.variable(task)).second)
            listed += (listed.empty() ? "" : ", ") + body.variable(task);
    }
    const std::string name = body.names().of(variable);
    const std::string& task = body.helper("task");
    body.line(name + " = [" + task + " for " + task + " in [" + listed + "] if " + task + " in " +
              name + ']');
}

// The order in which asyncio would start coroutines here is undefined: they are started before.
Fragment startedTasks(const JsonNode& list, const BodyPrinter& body)
{
    std::vector<Fragment> tasks;
    for (const JsonNode& item : list.items()) {
        tasks.push_back(item.isObject()
                            ? Fragment("asyncio.create_task(", {body.coroutine(item)}, ")")
                            : body.awaitable(item));
    }
    return {"[", std::move(tasks), "]"};
}

bool startsTasks(const JsonNode& list)
{
    for (const JsonNode& item : list.items()) {
        if (item.isObject())
            return true;
    }
    return false;
}

}  // namespace

void printCreateTask(const JsonNode& node, BodyPrinter& body)
{
    std::string maker = body.asyncio(node, "create_task(");
    if (body.isInGroup())
        maker = body.taskMaker() + ".create_task(";
    std::vector<Fragment> arguments{body.coroutine(node.at("create_task"))};
    if (const auto name = node.find("name"))
        arguments.push_back(keyword("name", body.value(*name)));
    body.line({body.into(node) + maker, std::move(arguments), ")"});
}

void printGather(const JsonNode& node, BodyPrinter& body)
{
    const std::string gather = body.asyncio(node, "gather(");
    std::vector<Fragment> arguments = body.awaitables(node.at("gather"));
    const auto returns = node.find("return_exceptions");
    if (returns && returns->boolean())
        arguments.emplace_back("return_exceptions=True");
    body.line({body.into(node) + "await " + gather, std::move(arguments), ")"});
}

void printWait(const JsonNode& node, BodyPrinter& body)
{
    const std::string wait = body.asyncio(node, "wait(");
    const JsonNode tasks = node.at("wait");
    std::vector<Fragment> arguments{Fragment("[", body.awaitables(tasks), "]")};
    if (const auto timeout = node.find("timeout"); timeout && !timeout->isNull())
        arguments.push_back(keyword("timeout", body.duration(*timeout)));
    const auto until = node.find("return_when");
    if (until && until->string() != "ALL_COMPLETED")
        arguments.push_back(keyword("return_when", "asyncio." + until->string()));
    std::vector<JsonNode> names;
    if (const auto into = node.find("into"))
        names = into->items();
    std::string targets;
    for (const JsonNode& name : names)
        targets += (targets.empty() ? "" : ", ") + body.names().of(name.string());
    body.line(
        {targets + (targets.empty() ? "" : " = ") + "await " + wait, std::move(arguments), ")"});
    for (const JsonNode& name : names)
        printAsList(name.string(), tasks, body);
}

void printAsCompleted(const JsonNode& node, BodyPrinter& body)
{
    const std::string ended = body.asyncio(node, "as_completed(");
    const JsonNode list = node.at("as_completed");
    const std::string& future = body.helper("future");
    if (startsTasks(list)) {
        const std::string& tasks = body.helper("tasks");
        body.line(tasks + " = " + startedTasks(list, body));
        body.line("for " + future + " in " + ended + tasks + "):");
    } else {
        body.line({"for " + future + " in " + ended + '[', body.awaitables(list), "]):"});
    }
    const Lines::Indented indented(body.lines());
    const auto each = node.find("each");
    body.line((each ? body.names().of(each->string()) + " = " : "") + "await " + future);
    if (const auto block = node.find("body"))
        body.statements(*block);
}

void printWaitFor(const JsonNode& node, BodyPrinter& body)
{
    body.line({body.into(node) + "await " + body.asyncio(node, "wait_for("),
               {body.awaitable(node.at("wait_for")),
                keyword("timeout", body.duration(node.at("timeout")))},
               ")"});
}

void printTimeout(const JsonNode& node, BodyPrinter& body)
{
    body.line({"async with " + body.asyncio(node, "timeout("),
               {body.duration(node.at("timeout"))},
               "):"});
    body.block(node.at("body"));
}

void printShield(const JsonNode& node, BodyPrinter& body)
{
    body.line({body.into(node) + "await " + body.asyncio(node, "shield("),
               {body.awaitable(node.at("shield"))},
               ")"});
}

void printCancel(const JsonNode& node, BodyPrinter& body)
{
    std::vector<Fragment> arguments;
    if (const auto message = node.find("message"))
        arguments.push_back(body.value(*message));
    body.line({body.variable(node.at("cancel")) + ".cancel(", std::move(arguments), ")"});
}

void printTaskGroup(const JsonNode& node, BodyPrinter& body)
{
    const JsonNode block = node.at("task_group");
    Usage usage;
    addUsage(block, body.module().program(), usage);
    const std::string& group = body.groupName();
    const std::string as = usage.keys.contains("create_task") ? " as " + group : "";
    body.line("async with " + body.asyncio(node, "TaskGroup()") + as + ':');
    const BodyPrinter::Group inside(body, group);
    body.block(block);
}

}  // namespace coroscope::scenario::python
