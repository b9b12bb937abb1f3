// SPDX-License-Identifier: MIT
#include "tests/support/random/contention.h"

#include <array>

#include "tests/support/random/recipes.h"

namespace coroscope::test {
namespace {

using Write = void (*)(RandomBody& body, Json& block, int depth);

// What the tasks want: one kind of object, most often.
constexpr std::array<Write, 7> wants{writeWith,  writeWith,    writeQueue,    writeQueue,
                                     writeEvent, writeBarrier, writeCondition};

void addPause(RandomBody& body, Json& block)
{
    switch (body.dice().below(4)) {
    case 0: writeYield(body, block, 0); break;
    case 1: writeSleep(body, block, 0); break;
    case 2: writePrint(body, block, 0); break;
    default: break;
    }
}

Json worker(Dice& dice, Sketch& sketch, const std::string& name, Write want)
{
    RandomBody body(dice, sketch, BodyKind::Coroutine, 0);
    Json inside = Json::array();
    const unsigned count = dice.between(1, 3);
    for (unsigned i = 0; i < count; ++i) {
        addPause(body, inside);
        (dice.percent(85) ? want : dice.pick(wants))(body, inside, 0);
        writePrint(body, inside, 0);
    }
    Json statements = Json::array({{{"repeat", dice.between(1, 3)}, {"body", std::move(inside)}}});
    if (dice.percent(30)) {
        Json cleanUp = Json::array();
        writePrint(body, cleanUp, 0);
        addPause(body, cleanUp);
        const Json guarded{{"try", std::move(statements)}, {"finally", std::move(cleanUp)}};
        statements = Json::array({guarded});
    }
    body.close(statements);
    return {{"name", name}, {"params", Json::array({"x"})}, {"body", std::move(statements)}};
}

Json mainBody(Dice& dice, Sketch& sketch, Write want)
{
    RandomBody body(dice, sketch, BodyKind::Coroutine, 10'000);
    Json statements = Json::array({{{"let", "x"}, {"be", 0.5}}});
    const unsigned tasks = dice.between(3, 7);
    Json all = Json::array();
    for (unsigned i = 0; i < tasks; ++i) {
        const std::string name = "t" + std::to_string(i);
        Json create{{"create_task", body.call()}, {"into", name}};
        statements.push_back(std::move(create));
        all.push_back('$' + name);
        addPause(body, statements);
    }
    const unsigned acts = dice.below(6);
    for (unsigned i = 0; i < acts; ++i) {
        addPause(body, statements);
        if (dice.percent(60))
            statements.push_back({{"cancel", dice.pick(all)}});
        else
            want(body, statements, 0);
    }
    const Json gathered{{"gather", std::move(all)}, {"return_exceptions", true}, {"into", "y"}};
    statements.push_back(gathered);
    statements.push_back({{"print", "$y"}});
    body.close(statements);
    return statements;
}

}  // namespace

Json contentionParts(Dice& dice, Sketch& sketch)
{
    const Write want = dice.pick(wants);
    Json parts;
    for (const char* const name : {"f1", "f2"}) {
        parts["functions"].push_back(worker(dice, sketch, name, want));
        sketch.functions.push_back({name, true, 1});
    }
    const Json main{{"name", "main"}, {"body", mainBody(dice, sketch, want)}};
    parts["mains"] = Json::array({main});
    return parts;
}

}  // namespace coroscope::test
