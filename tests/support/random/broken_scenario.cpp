// SPDX-License-Identifier: MIT
#include "tests/support/random/broken_scenario.h"

#include <array>
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

// One error in the tree.
void breakTree(Dice& dice, Json& scenario)
{
    std::vector<Json*> nodes;
    collect(scenario, nodes);
    Json& node = *dice.pick(nodes);
    const Json other = *dice.pick(nodes);
    const bool isFull = node.is_structured() && !node.empty();
    switch (dice.below(8)) {
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
    const unsigned errors = dice.between(1, 2);
    for (unsigned i = 0; i < errors; ++i)
        breakTree(dice, scenario);
    std::string text = scenario.dump(-1, ' ', false, Json::error_handler_t::replace);
    if (dice.percent(10))
        breakText(dice, text);
    return text;
}

}  // namespace coroscope::test
