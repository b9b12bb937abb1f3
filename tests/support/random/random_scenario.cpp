// SPDX-License-Identifier: MIT
#include "tests/support/random/random_scenario.h"

#include <array>
#include <utility>

#include "tests/support/random/contention.h"
#include "tests/support/random/random_body.h"

namespace coroscope::test {
namespace {

constexpr std::array<unsigned, 4> budgets{8, 15, 30, 60};  // of functions, the innermost first
constexpr unsigned mainBudget = 120;
constexpr int mostNesting = 3;

Json describe(const std::string& type)
{
    return {{"type", type}};
}

Json describe(const std::string& type, const char* key, unsigned number)
{
    return {{"type", type}, {key, number}};
}

// Adds objects of all kinds, under "objects", and to the sketch.
void addObjects(Dice& dice, Sketch& sketch, Json& scenario)
{
    const unsigned most = sketch.level == Level::Contention ? 2 : 3;
    constexpr std::array<const char*, 3> queues{"queue", "lifo_queue", "priority_queue"};
    scenario["objects"] = {
        {"lock", describe("lock")},
        {"sem", describe("semaphore", "value", dice.below(most))},
        {"bsem", describe("bounded_semaphore", "value", dice.between(1, 2))},
        {"cond", describe("condition")},
        {"event", describe("event")},
        {"q", describe("queue", "maxsize", dice.below(3))},
        {"q2", describe(dice.pick(queues), "maxsize", dice.below(3))},
        {"barrier", describe("barrier", "parties", dice.between(1, 3))},
        {"fu", describe("future")},
        {"fu2", describe("future")},
    };
    sketch.locks = {"lock", "sem", "bsem", "cond"};
    sketch.conditions = {"cond"};
    sketch.events = {"event"};
    sketch.queues = {"q", "q2"};
    sketch.barriers = {"barrier"};
    if (sketch.level >= Level::Everything)
        sketch.futures = {"fu", "fu2"};
    if (sketch.level == Level::Contention) {
        sketch.locks = {dice.pick(sketch.locks)};
        sketch.queues = {dice.pick(sketch.queues)};
    }
}

Json function(Dice& dice, Sketch& sketch, const std::string& name, BodyKind kind, unsigned budget)
{
    RandomBody body(dice, sketch, kind, budget);
    Json statements = body.block(4, mostNesting);
    body.close(statements);
    sketch.functions.push_back({name, kind != BodyKind::Plain, body.cost()});
    Json result{{"name", name}, {"params", Json::array({"x"})}};
    if (kind == BodyKind::Plain)
        result["async"] = false;
    result["body"] = std::move(statements);
    return result;
}

void addFunctions(Dice& dice, Sketch& sketch, Json& scenario)
{
    Json& functions = scenario["functions"] = Json::array();
    if (sketch.usesThreads && sketch.kind == BodyKind::Coroutine) {
        for (const char* const name : {"p1", "p2"})
            functions.push_back(function(dice, sketch, name, BodyKind::Plain, budgets[0]));
    }
    for (std::size_t i = 0; i < budgets.size(); ++i)
        functions.push_back(
            function(dice, sketch, "f" + std::to_string(i + 1), sketch.kind, budgets[i]));
}

void addMain(Dice& dice, Sketch& sketch, Json& scenario)
{
    RandomBody body(dice, sketch, sketch.kind, mainBudget);
    Json statements = Json::array({{{"let", "x"}, {"be", 1}}});
    for (int i = 0; i < 2; ++i) {
        for (const Json& statement : body.block(6, mostNesting))
            statements.push_back(statement);
    }
    body.close(statements);
    Json main{{"name", "main"}, {"body", std::move(statements)}};
    if (sketch.kind == BodyKind::Shared)
        main["async"] = false;
    scenario["mains"] = Json::array({main});
}

void addCalls(Dice& dice, Sketch& sketch, Json& scenario)
{
    Json calls = Json::array();
    const unsigned count = dice.between(1, 4);
    for (unsigned i = 0; i < count; ++i) {
        const double argument = static_cast<double>(dice.between(1, 1024)) / 512;
        Json call{{"call", dice.pick(sketch.functions).name}, {"args", Json::array({argument})}};
        if (dice.percent(50))
            call["into"] = "r" + std::to_string(i);
        calls.push_back(std::move(call));
    }
    scenario["calls"] = std::move(calls);
    scenario["strategies"] = {"sync",        "sequential", "gather",
                              "create_task", "task_group", "as_completed"};
    if (sketch.usesThreads)
        scenario["strategies"].push_back("threads");
    if (dice.percent(30))
        scenario["executor"] = {{"workers", dice.between(1, 3)}};
    if (dice.percent(30))
        scenario["before"] = Json::array({{{"print", "before"}}, {{"sleep", 0.25}}});
    scenario["after"] = Json::array({{{"print", dice.percent(50) ? "{elapsed:.3f}" : "$results"}}});
}

}  // namespace

std::string randomScenario(Level level, unsigned seed)
{
    Dice dice(seed);
    Sketch sketch;
    sketch.level = level;
    sketch.usesThreads =
        (level == Level::Everything || level == Level::Strategies) && dice.percent(50);
    const bool isPlain = level == Level::Everything && dice.percent(10);
    sketch.kind = isPlain || level == Level::Strategies ? BodyKind::Shared : BodyKind::Coroutine;
    Json scenario{{"coroscope_scenario", 1}};
    const Json parameter{{"name", "d"}, {"value", dice.percent(50) ? Json(1) : Json(0.75)}};
    scenario["parameters"] = Json::array({parameter});
    addObjects(dice, sketch, scenario);
    if (level == Level::Contention) {
        scenario.update(contentionParts(dice, sketch));
        return scenario.dump();
    }
    addFunctions(dice, sketch, scenario);
    if (level == Level::Strategies)
        addCalls(dice, sketch, scenario);
    else
        addMain(dice, sketch, scenario);
    return scenario.dump();
}

}  // namespace coroscope::test
