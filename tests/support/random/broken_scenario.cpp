// SPDX-License-Identifier: MIT
#include "tests/support/random/broken_scenario.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "tests/support/random/random_scenario.h"

namespace coroscope::test {
namespace {

void collect(Json& node, std::vector<Json*>& nodes)
{
    nodes.push_back(&node);
    if (node.is_structured()) {
        for (Json& child : node)
            collect(child, nodes);
    }
}

Json deepList()
{
    Json list = 1;
    for (int i = 0; i < 150; ++i)
        list = Json::array({std::move(list)});
    return list;
}

const std::vector<Json>& oddValues()
{
    static const std::vector<Json> values{nullptr,
                                          true,
                                          -1,
                                          0,
                                          3,
                                          1'000'000,
                                          std::numeric_limits<std::int64_t>::max(),
                                          std::numeric_limits<std::int64_t>::min(),
                                          1e308,
                                          -0.0,
                                          1e-300,
                                          "",
                                          "$",
                                          "$x",
                                          "$y",
                                          "$t1",
                                          "$lock",
                                          "$sem",
                                          "$cond",
                                          "$q",
                                          "$q2",
                                          "$event",
                                          "$barrier",
                                          "$fu",
                                          "$nobody",
                                          "{",
                                          "}",
                                          "{x",
                                          "{x:>20}",
                                          "{x:.400f}",
                                          "{x!r}",
                                          "f1",
                                          "f4",
                                          "main",
                                          "ValueError",
                                          "CancelledError",
                                          "SystemExit",
                                          "GeneratorExit",
                                          "\xf0\x9f\x98\x80",
                                          Json::array(),
                                          Json::object(),
                                          Json::array({Json::array({1, "$x"}), nullptr}),
                                          deepList()};
    return values;
}

// Words that are keys of statements, and what stands beside them.
constexpr std::array<const char*, 22> keys{
    "await",  "into",   "create_task", "gather",  "timeout",    "body",      "try",  "except",
    "raise",  "with",   "release",     "call",    "args",       "wait",      "name", "only",
    "shield", "cancel", "task_group",  "barrier", "set_result", "wait_event"};

void renameKey(Dice& dice, Json& object)
{
    Json renamed = Json::object();
    const std::size_t chosen = dice.below(static_cast<unsigned>(object.size()));
    std::size_t at = 0;
    for (auto& [key, value] : object.items())
        renamed[at++ == chosen ? dice.pick(keys) : key] = value;
    object = std::move(renamed);
}

void eraseOne(Dice& dice, Json& node)
{
    const unsigned at = dice.below(static_cast<unsigned>(node.size()));
    if (node.is_array())
        node.erase(at);
    else
        node.erase(std::next(node.begin(), at));
}

// Statements that end what goes on, refer to themselves, or ask for too much.
const std::vector<Json>& mischief()
{
    static const std::vector<Json> statements = Json::parse(R"([
        {"put": "$q", "value": "$q"}, {"put": "$q2", "value": ["$q", "$t1"]},
        {"put_nowait": "$q", "value": "$fu"}, {"get": "$q", "into": "t1"},
        {"get": "$q", "into": "x"}, {"set_result": "$fu", "value": ["$fu"]},
        {"set_exception": "$fu", "type": "StopIteration", "message": "$fu"},
        {"set_exception": "$fu", "type": "CancelledError"}, {"await": "$fu", "into": "t1"},
        {"cancel": "$t1", "message": "$q"}, {"cancel": "$fu"}, {"shield": "$t1"},
        {"gather": ["$t1", "$t1", "$fu"], "return_exceptions": true, "into": "x"},
        {"wait": ["$t1", "$x", "$fu"], "timeout": 0.25, "into": ["x", "y"]},
        {"create_task": {"call": "f4", "args": ["$t1"]}, "into": "t1"},
        {"create_task": {"call": "f1", "args": ["$q"]}, "into": "x"},
        {"call_forgotten": {"call": "f4", "args": [1e308]}},
        {"repeat": 50, "body": [{"cancel": "$t1"}, {"yield": true}]},
        {"repeat": 2000, "body": [{"let": "x", "be": ["$x", "$x"]}]},
        {"repeat": 60, "body": [{"let": "x", "be": "{x}{x}"}]},
        {"let": "y", "be": "$x", "times": 9223372036854775}, {"let": "x", "be": ["$x", "$t1"]},
        {"raise": "SystemExit"}, {"raise": "KeyboardInterrupt"}, {"raise": "CancelledError"},
        {"raise": "GeneratorExit"}, {"raise": "ValueError", "message": "$t1"}, {"raise": null},
        {"return": "$t1"}, {"return": ["$q", "$fu", "$x"]}, {"notify": "$cond", "n": 1e300},
        {"sleep": "$q"}, {"timeout": "$x", "body": [{"cancel": "$t1"}, {"sleep": 1}]},
        {"with": "$lock", "body": [{"release": "$lock"}, {"yield": true}]},
        {"with": "$cond", "body": [{"cancel": "$t1"}, {"wait_condition": "$cond"}]},
        {"task_group": [{"create_task": {"call": "f2", "args": [0]}}, {"raise": "SystemExit"}]},
        {"task_group": [{"create_task": {"call": "f3", "args": [1]}, "into": "t1"},
                        {"await": "$t1"}, {"cancel": "$t1"}]},
        {"as_completed": ["$t1", "$t1", "$fu"], "each": "t1", "body": [{"cancel": "$t1"}]},
        {"wait_for": "$t1", "timeout": -1e308, "into": "t1"},
        {"try": [{"sleep": 1}], "finally": [{"cancel": "$t1"}, {"raise": "KeyError"}]},
        {"try": [{"sleep": 1}], "finally": [{"await": "$t1"}, {"return": "$t1"}]},
        {"try": [{"await": "$t1"}], "except": [{"body": [{"cancel": "$t1"}, {"sleep": 1}]}]}
    ])")
                                                .get<std::vector<Json>>();
    return statements;
}

// A block that holds statements, most likely.
bool isBlock(const Json& node)
{
    return node.is_array() && !node.empty() && node.front().is_object();
}

// One or two bad statements where there are others.
void addMischief(Dice& dice, const std::vector<Json*>& nodes)
{
    std::vector<Json*> blocks;
    for (Json* const node : nodes) {
        if (isBlock(*node))
            blocks.push_back(node);
    }
    if (blocks.empty())
        return;
    Json& block = *dice.pick(blocks);
    const unsigned count = dice.between(1, 2);
    for (unsigned i = 0; i < count; ++i) {
        const unsigned at = dice.below(static_cast<unsigned>(block.size()) + 1);
        block.insert(block.begin() + static_cast<std::ptrdiff_t>(at), dice.pick(mischief()));
    }
    // A name that is assigned nowhere would be all that is said.
    block.push_back(Json::parse(R"({"if": [1, "==", 2], "then": [{"let": "t1", "be": 0},
        {"let": "x", "be": 0}, {"let": "y", "be": 0}]})"));
}

// One error in the tree.
void breakTree(Dice& dice, Json& scenario)
{
    std::vector<Json*> nodes;
    collect(scenario, nodes);
    Json& node = *dice.pick(nodes);
    const Json other = *dice.pick(nodes);
    const bool isFull = node.is_structured() && !node.empty();
    switch (dice.below(12)) {
    case 8:
    case 9:
    case 10:
    case 11: addMischief(dice, nodes); return;
    case 0:
        if (isFull)
            eraseOne(dice, node);
        return;
    case 1:
        if (isFull && node.is_object())
            renameKey(dice, node);
        return;
    case 2:
        if (isFull && node.is_array())
            node.push_back(Json(node.front()));
        return;
    case 3: node = Json::array({Json(node)}); return;
    case 4:
    case 5: node = other; return;
    default: node = dice.pick(oddValues());
    }
}

// One error in the text.
void breakText(Dice& dice, std::string& text)
{
    if (text.empty())
        return;
    const std::size_t at = dice.below(static_cast<unsigned>(text.size()));
    const std::size_t length = dice.below(40);
    switch (dice.below(4)) {
    case 0: text.resize(at); return;
    case 1: text.insert(at, std::string(text, at, length)); return;
    case 2: text.erase(at, length); return;
    default: text[at] = static_cast<char>(dice.below(256));
    }
}

}  // namespace

std::string brokenScenario(unsigned seed)
{
    Dice dice(seed ^ 0x5eedU);
    Json scenario = Json::parse(randomScenario(seed));
    const unsigned errors = dice.between(1, 3);
    for (unsigned i = 0; i < errors; ++i)
        breakTree(dice, scenario);
    std::string text = scenario.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (dice.percent(10))
        breakText(dice, text);
    return text;
}

}  // namespace coroscope::test
