// SPDX-License-Identifier: MIT
#include "core/scenario/python/objects.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "core/scenario/expression.h"
#include "core/scenario/python/module.h"

namespace coroscope::scenario::python {
namespace {

struct ObjectType {
    std::string_view name;
    std::string_view className;    // in asyncio
    std::string_view plainModule;  // where plain programs find the same class
    std::string_view number;       // the key of its argument; empty: none
    std::string_view keyword;      // of that argument in Python; left out if it is 0
};

constexpr std::array<ObjectType, 10> types{{
    {"lock", "Lock", "threading", "", ""},
    {"event", "Event", "threading", "", ""},
    {"condition", "Condition", "threading", "", ""},
    {"semaphore", "Semaphore", "threading", "value", ""},
    {"bounded_semaphore", "BoundedSemaphore", "threading", "value", ""},
    {"queue", "Queue", "queue", "maxsize", "maxsize="},
    {"lifo_queue", "LifoQueue", "queue", "maxsize", "maxsize="},
    {"priority_queue", "PriorityQueue", "queue", "maxsize", "maxsize="},
    {"barrier", "Barrier", "threading", "parties", ""},
    {"future", "Future", "concurrent.futures", "", ""},
}};

const ObjectType& typeOf(const JsonNode& object)
{
    const JsonNode name = object.at("type");
    const auto found = std::ranges::find(types, name.string(), &ObjectType::name);
    if (found == types.end())
        name.fail("unknown type of object \"" + name.string() + '"');
    return *found;
}

std::string argumentOf(const JsonNode& object, const ObjectType& type, const Module& module)
{
    if (type.number.empty())
        return "";
    const auto given = object.find(type.number);
    if (given && given->isString())
        return std::string(type.keyword) + module.names().of(variableName(*given));
    const auto number =
        given ? given->integer(0, std::numeric_limits<std::int32_t>::max()) : std::int64_t{0};
    if (!type.keyword.empty())
        return number > 0 ? std::string(type.keyword) + std::to_string(number) : "";
    return given ? std::to_string(number) : "1";
}

}  // namespace

bool isMadeByLoop(const JsonNode& object, bool isPlain)
{
    return !isPlain && typeOf(object).name == "future";
}

std::string makeObject(const JsonNode& object, Module& module)
{
    const ObjectType& type = typeOf(object);
    const std::string from(module.isPlain() ? type.plainModule : "asyncio");
    module.require("import " + from);
    return from + '.' + std::string(type.className) + '(' + argumentOf(object, type, module) + ')';
}

}  // namespace coroscope::scenario::python
