// SPDX-License-Identifier: MIT
#include <array>

#include "tests/support/random/recipes.h"

namespace coroscope::test {
namespace {

void addInto(RandomBody& body, Json& statement)
{
    if (body.dice().percent(60))
        statement["into"] = "y";
}

Json awaitables(RandomBody& body)
{
    Json list = Json::array();
    const unsigned count = body.dice().percent(5) ? 0 : body.dice().between(1, 3);
    for (unsigned i = 0; i < count && body.hasAwaitable(); ++i)
        list.push_back(body.awaitable());
    return list;
}

void printResult(RandomBody& body, const Json& statement, Json& block)
{
    if (statement.contains("into") && statement["into"].is_string() && body.dice().percent(70))
        block.push_back(
            {{"print", Json::array({"got", "$" + statement["into"].get<std::string>()})}});
}

void push(RandomBody& body, Json statement, Json& block)
{
    block.push_back(statement);
    printResult(body, statement, block);
}

Json limit(RandomBody& body)
{
    return body.dice().percent(8) ? Json(nullptr) : body.duration();
}

}  // namespace

void writeAwait(RandomBody& body, Json& block, int depth)
{
    const bool callsPlain =
        body.canCall(false) && (body.kind() == BodyKind::Plain || body.dice().percent(10));
    if (!callsPlain && (body.kind() == BodyKind::Plain || !body.canCall())) {
        writePrint(body, block, depth);
        return;
    }
    Json statement{{"await", body.call(!callsPlain)}};
    addInto(body, statement);
    push(body, std::move(statement), block);
}

void writeCreateTask(RandomBody& body, Json& block, int depth)
{
    if (!body.canCall()) {
        writeSleep(body, block, depth);
        return;
    }
    Json statement{{"create_task", body.call()}};
    if (body.dice().percent(85))
        statement["into"] = body.newTask();
    if (body.dice().percent(10))
        statement["name"] = body.dice().percent(50) ? "named" : "n{x}";
    block.push_back(std::move(statement));
}

void writeAwaitTask(RandomBody& body, Json& block, int depth)
{
    if (!body.hasTask() && body.sketch().futures.empty()) {
        writeYield(body, block, depth);
        return;
    }
    Json statement{{"await", body.anyTask()}};
    addInto(body, statement);
    push(body, std::move(statement), block);
}

void writeGather(RandomBody& body, Json& block, int)
{
    Json statement{{"gather", awaitables(body)}};
    if (body.dice().percent(40))
        statement["return_exceptions"] = body.dice().percent(85);
    addInto(body, statement);
    push(body, std::move(statement), block);
}

void writeCancel(RandomBody& body, Json& block, int depth)
{
    if (!body.hasTask()) {
        writeYield(body, block, depth);
        return;
    }
    if (body.dice().percent(50))
        writeSleep(body, block, depth);
    Json statement{{"cancel", body.anyTask()}};
    if (body.dice().percent(40))
        body.addMessage(statement);
    block.push_back(std::move(statement));
}

void writeWait(RandomBody& body, Json& block, int depth)
{
    if (!body.hasTask()) {
        writeCreateTask(body, block, depth);
        return;
    }
    constexpr std::array<const char*, 3> when{"ALL_COMPLETED", "FIRST_COMPLETED",
                                              "FIRST_EXCEPTION"};
    Json tasks = Json::array();
    const unsigned count = body.dice().percent(3) ? 0 : body.dice().between(1, 3);
    for (unsigned i = 0; i < count; ++i)
        tasks.push_back(body.anyTask());
    Json statement{{"wait", std::move(tasks)}};
    if (body.dice().percent(70))
        statement["return_when"] = body.dice().pick(when);
    if (body.dice().percent(50))
        statement["timeout"] = limit(body);
    const bool isTold = body.dice().percent(50);
    if (isTold)
        statement["into"] = Json::array({"done", "rest"});
    block.push_back(std::move(statement));
    if (isTold)
        block.push_back({{"print", Json::array({"done", "$done", "$rest"})}});
}

void writeWaitFor(RandomBody& body, Json& block, int depth)
{
    if (!body.hasAwaitable()) {
        writeSleep(body, block, depth);
        return;
    }
    Json statement{{"wait_for", body.awaitable()}, {"timeout", limit(body)}};
    addInto(body, statement);
    push(body, std::move(statement), block);
}

void writeShield(RandomBody& body, Json& block, int depth)
{
    if (!body.hasAwaitable()) {
        writeSleep(body, block, depth);
        return;
    }
    Json statement{{"shield", body.awaitable()}};
    addInto(body, statement);
    push(body, std::move(statement), block);
}

void writeAsCompleted(RandomBody& body, Json& block, int depth)
{
    constexpr unsigned most = 3;
    Json statement{{"as_completed", awaitables(body)}};
    if (body.dice().percent(70))
        statement["each"] = "z";
    Json inside = body.loopBlock(most, 2, depth);
    if (statement.contains("each"))
        inside.push_back({{"print", "each {z}"}});
    statement["body"] = std::move(inside);
    block.push_back(std::move(statement));
}

void writeTaskGroup(RandomBody& body, Json& block, int depth)
{
    Json inside = Json::array();
    const unsigned count = body.dice().between(0, 3);
    for (unsigned i = 0; i < count; ++i)
        writeCreateTask(body, inside, depth);
    for (const Json& rest : body.block(2, depth))
        inside.push_back(rest);
    block.push_back({{"task_group", std::move(inside)}});
}

void writeTimeout(RandomBody& body, Json& block, int depth)
{
    block.push_back({{"timeout", limit(body)}, {"body", body.block(3, depth)}});
}

void writeFuture(RandomBody& body, Json& block, int)
{
    const std::string future = body.object(body.sketch().futures);
    if (body.dice().percent(60)) {
        block.push_back({{"set_result", future}, {"value", body.value()}});
        return;
    }
    Json statement{{"set_exception", future}, {"type", body.exceptionType()}};
    body.addMessage(statement);
    block.push_back(std::move(statement));
}

void writeRunInExecutor(RandomBody& body, Json& block, int depth)
{
    if (!body.canCall(false)) {
        writeYield(body, block, depth);
        return;
    }
    Json statement{{"run_in_executor", body.call(false)}};
    addInto(body, statement);
    push(body, std::move(statement), block);
}

void writeCallForgotten(RandomBody& body, Json& block, int depth)
{
    if (!body.canCall()) {
        writeYield(body, block, depth);
        return;
    }
    block.push_back({{"call_forgotten", body.call()}});
}

}  // namespace coroscope::test
