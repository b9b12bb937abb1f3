// SPDX-License-Identifier: MIT
#include "tests/support/random/random_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tests/support/random/recipes.h"

namespace coroscope::test {
namespace {

constexpr unsigned mistakes = 2;  // percent

bool isUsable(const Recipe& recipe, const RandomBody& body, Level level)
{
    if (level < recipe.from)
        return false;
    switch (body.kind()) {
    case BodyKind::Coroutine: return true;
    case BodyKind::Plain: return recipe.place != Recipe::Place::Coroutine;
    case BodyKind::Shared: return recipe.place == Recipe::Place::Anywhere;
    }
    return false;
}

void addName(std::vector<std::string>& names, const std::string& name)
{
    if (std::ranges::count(names, name) == 0)
        names.push_back(name);
}

}  // namespace

RandomBody::RandomBody(Dice& dice, Sketch& sketch, BodyKind kind, unsigned budget)
    : m_dice(dice), m_sketch(sketch), m_kind(kind), m_budget(budget)
{}

Json RandomBody::block(unsigned most, int depth)
{
    Json block = Json::array();
    const unsigned count = m_dice.between(1, most);
    for (unsigned i = 0; i < count; ++i)
        addStatement(block, depth);
    return block;
}

Json RandomBody::loopBlock(unsigned times, unsigned most, int depth)
{
    const unsigned outer = std::exchange(m_times, m_times * times);
    Json body = block(most, depth);
    m_times = outer;
    return body;
}

void RandomBody::addStatement(Json& block, int depth)
{
    m_cost += m_times;
    if (m_cost > m_budget)
        depth = 0;
    unsigned total = 0;
    const auto consider = [&](const Recipe& recipe) {
        const bool fits = depth > 0 || !recipe.isNested;
        return fits && isUsable(recipe, *this, m_sketch.level) ? recipe.weight : 0;
    };
    for (const Recipe& recipe : recipes())
        total += consider(recipe);
    unsigned left = m_dice.below(total);
    for (const Recipe& recipe : recipes()) {
        const unsigned weight = consider(recipe);
        if (left < weight) {
            recipe.write(*this, block, depth - 1);
            return;
        }
        left -= weight;
    }
}

void RandomBody::close(Json& body)
{
    for (const std::string& name : m_unassigned) {
        if (std::ranges::count(m_values, name) == 0 && std::ranges::count(m_tasks, name) == 0)
            body.push_back({{"let", name}, {"be", 0}});
    }
}

std::string RandomBody::newTask()
{
    const std::string name = "t" + std::to_string(m_dice.between(1, 4));
    addName(m_tasks, name);
    return name;
}

std::string RandomBody::anyTask()
{
    if (!m_sketch.futures.empty() && (m_tasks.empty() || m_dice.percent(25)))
        return '$' + m_dice.pick(m_sketch.futures);
    if (isAtLeast(Level::Everything) && m_dice.percent(mistakes))
        return '$' + anyValue();
    if (m_tasks.empty()) {
        addName(m_unassigned, "t1");
        return "$t1";
    }
    return '$' + m_dice.pick(m_tasks);
}

std::string RandomBody::newValue()
{
    constexpr std::array<const char*, 3> names{"x", "y", "z"};
    const std::string name = m_dice.pick(names);
    addName(m_values, name);
    return name;
}

std::string RandomBody::anyValue()
{
    if (m_dice.percent(mistakes)) {
        addName(m_unassigned, "w");
        return "w";
    }
    return m_dice.pick(m_values);
}

std::string RandomBody::exceptionType()
{
    constexpr std::array<const char*, 12> few{
        "ValueError",     "KeyError",     "RuntimeError",  "Exception",
        "CancelledError", "TimeoutError", "BaseException", "LookupError",
        "OSError",        "TypeError",    "ValueError",    "ZeroDivisionError"};
    constexpr std::array<const char*, 16> rare{
        "QueueEmpty",         "QueueFull",      "InvalidStateError",  "BrokenBarrierError",
        "KeyboardInterrupt",  "SystemExit",     "ConnectionError",    "UnboundLocalError",
        "StopAsyncIteration", "AttributeError", "UnicodeDecodeError", "ExceptionGroup",
        "BaseExceptionGroup", "GeneratorExit",  "StopIteration",      "SyntaxError"};
    if (!isAtLeast(Level::Everything) || !m_dice.percent(15))
        return m_dice.pick(few);
    // Queues between threads have exceptions of other names: the first two.
    const std::string type = m_dice.pick(rare);
    const bool isOfQueue = type == rare[0] || type == rare[1];
    return isOfQueue && m_kind != BodyKind::Coroutine ? "ValueError" : type;
}

void RandomBody::addMessage(Json& statement)
{
    if (m_dice.percent(70))
        statement["message"] =
            "m" + std::to_string(m_sketch.printCount++) + " {" + anyValue() + '}';
}

bool RandomBody::canCall(bool isAsync) const
{
    return std::ranges::any_of(m_sketch.functions, [&](const SketchedFunction& function) {
        return function.isAsync == isAsync && m_cost + m_times * function.cost <= m_budget;
    });
}

Json RandomBody::call(bool isAsync)
{
    std::vector<SketchedFunction> fitting;
    for (const SketchedFunction& function : m_sketch.functions) {
        if (function.isAsync == isAsync && m_cost + m_times * function.cost <= m_budget)
            fitting.push_back(function);
    }
    const SketchedFunction& function = m_dice.pick(fitting);
    m_cost += m_times * function.cost;
    return {{"call", function.name}, {"args", Json::array({duration()})}};
}

Json RandomBody::awaitable()
{
    if (canCall() && (!hasTask() || m_dice.percent(50)))
        return call();
    return anyTask();
}

std::string RandomBody::object(const std::vector<std::string>& names)
{
    if (isAtLeast(Level::Everything) && m_dice.percent(mistakes))
        return '$' + (m_dice.percent(50) ? anyValue() : m_dice.pick(m_sketch.queues));
    return '$' + m_dice.pick(names);
}

}  // namespace coroscope::test
