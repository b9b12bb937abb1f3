// SPDX-License-Identifier: MIT
#include <array>

#include "tests/support/random/recipes.h"

namespace coroscope::test {
namespace {

Json types(RandomBody& body)
{
    if (body.dice().percent(20))
        return Json::array({body.exceptionType(), body.exceptionType()});
    return body.exceptionType();
}

void addHandlers(RandomBody& body, Json& statement, int depth)
{
    const unsigned count = body.dice().between(1, 2);
    for (unsigned i = 0; i < count; ++i) {
        Json handler{{"type", types(body)}};
        if (i + 1 == count && body.dice().percent(25))
            handler = Json::object();
        Json handled = Json::array();
        if (handler.contains("type") && body.dice().percent(60)) {
            handler["as"] = "e";
            handled.push_back({{"print", body.dice().percent(50) ? Json("caught {e}")
                                                                 : Json::array({"caught", "$e"})}});
        }
        for (const Json& rest : body.block(2, depth))
            handled.push_back(rest);
        if (body.dice().percent(25))
            handled.push_back({{"raise", nullptr}});
        handler["body"] = std::move(handled);
        statement["except"].push_back(std::move(handler));
    }
    if (body.dice().percent(25))
        statement["else"] = body.block(2, depth);
}

}  // namespace

void writePrint(RandomBody& body, Json& block, int)
{
    block.push_back({{"print", body.printed()}});
}

void writeSleep(RandomBody& body, Json& block, int)
{
    block.push_back({{"sleep", body.duration()}});
}

void writeYield(RandomBody&, Json& block, int)
{
    block.push_back({{"yield", true}});
}

void writeWork(RandomBody& body, Json& block, int)
{
    const char* const key = body.sketch().usesThreads ? "block" : "work";
    block.push_back({{key, body.duration()}});
}

void writeBlock(RandomBody& body, Json& block, int)
{
    block.push_back({{"block", body.duration()}});
}

void writeLet(RandomBody& body, Json& block, int)
{
    Json value = body.value();
    // "x" is used for durations.
    const bool isNumber = value.is_number() && value < 1000;
    block.push_back({{"let", isNumber ? body.newValue() : "y"}, {"be", value}});
    if (!isNumber)
        block.back()["let"] = "y";
}

void writeReturn(RandomBody& body, Json& block, int)
{
    block.push_back({{"return", body.value()}});
}

void writeIf(RandomBody& body, Json& block, int depth)
{
    constexpr std::array<const char*, 6> signs{"==", "!=", "<", "<=", ">", ">="};
    Json right =
        body.isAtLeast(Level::Everything) && body.dice().percent(10) ? body.value() : Json(1);
    Json statement{{"if", Json::array({"$x", body.dice().pick(signs), right})},
                   {"then", body.block(3, depth)}};
    if (body.dice().percent(60))
        statement["else"] = body.block(3, depth);
    block.push_back(std::move(statement));
}

void writeRepeat(RandomBody& body, Json& block, int depth)
{
    const unsigned times = body.dice().between(1, 3);
    Json statement{{"repeat", times}};
    if (body.dice().percent(50))
        statement["index"] = "i";
    statement["body"] = body.loopBlock(times, 3, depth);
    if (statement.contains("index") && body.dice().percent(50))
        statement["body"].push_back({{"print", "i {i}"}});
    block.push_back(std::move(statement));
}

void writeRaise(RandomBody& body, Json& block, int)
{
    if (body.dice().percent(10)) {
        block.push_back({{"raise", nullptr}});
        return;
    }
    Json statement{{"raise", body.exceptionType()}};
    body.addMessage(statement);
    block.push_back(std::move(statement));
}

void writeTry(RandomBody& body, Json& block, int depth)
{
    Json statement{{"try", body.block(3, depth)}};
    if (body.dice().percent(50))
        writeRaise(body, statement["try"], depth);
    const bool hasHandlers = body.dice().percent(80);
    if (hasHandlers)
        addHandlers(body, statement, depth);
    if (!hasHandlers || body.dice().percent(30))
        statement["finally"] = body.block(2, depth);
    block.push_back(std::move(statement));
}

// A task that does not stop when it is asked to, or cleans up before.
void writeUncancelledTry(RandomBody& body, Json& block, int depth)
{
    Json statement{{"try", body.block(3, depth)}};
    Json handled = body.block(2, depth);
    handled.push_back({{"print", body.printed()}});
    if (body.dice().percent(40)) {
        statement["finally"] = std::move(handled);
    } else {
        if (body.dice().percent(50))
            handled.push_back({{"raise", nullptr}});
        const Json handler{{"type", "CancelledError"}, {"body", std::move(handled)}};
        statement["except"] = Json::array({handler});
    }
    block.push_back(std::move(statement));
}

}  // namespace coroscope::test
