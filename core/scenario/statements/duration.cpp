// SPDX-License-Identifier: MIT
#include "core/scenario/statements/duration.h"

#include <string>

#include "core/scenario/arithmetic.h"
#include "core/scenario/python_error.h"

namespace coroscope::scenario {
namespace {

std::string complaint(DurationUse use, const std::string& type)
{
    switch (use) {
    case DurationUse::Compare:
        return "'<=' not supported between instances of " + type + " and 'int'";
    case DurationUse::Maximum:
        return "'<' not supported between instances of " + type + " and 'int'";
    case DurationUse::Add: break;
    }
    return "unsupported operand type(s) for +: 'float' and " + type;
}

}  // namespace

Ticks durationOf(const Value& value, DurationUse use)
{
    if (!numberOf(value)) {
        const std::string type = '\'' + std::string(value.typeName()) + '\'';
        throw PythonError("TypeError", complaint(use, type));
    }
    return durationOf(value);
}

std::optional<Ticks> limitOf(const Value& value, DurationUse use)
{
    return value.isNone() ? std::nullopt : std::optional(durationOf(value, use));
}

}  // namespace coroscope::scenario
