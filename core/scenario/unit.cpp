// SPDX-License-Identifier: MIT
#include "core/scenario/unit.h"

#include <algorithm>
#include <array>

#include "core/scenario/arithmetic.h"

namespace coroscope::scenario {
namespace {

struct TimeUnit {
    std::string_view name;
    char sign;  // what makes seconds of it
    std::int64_t factor;
};

constexpr std::array<TimeUnit, 5> units{{
    {"h", '*', 3600},
    {"min", '*', 60},
    {"ms", '/', 1000},
    {"µs", '/', 1'000'000},
    {"us", '/', 1'000'000},
}};

const TimeUnit* unitNamed(std::string_view name)
{
    const auto* const found = std::ranges::find(units, name, &TimeUnit::name);
    return found != units.end() ? found : nullptr;
}

}  // namespace

Value inSeconds(const Value& value, std::string_view unit)
{
    const TimeUnit* const known = unitNamed(unit);
    if (known == nullptr)
        return value;
    if (known->sign == '*')
        return product(value, known->factor);
    return value.toDouble() / static_cast<double>(known->factor);
}

std::string inSecondsText(const Value& value, std::string_view unit)
{
    const TimeUnit* const known = unitNamed(unit);
    if (known == nullptr)
        return value.repr();
    return value.repr() + ' ' + known->sign + ' ' + std::to_string(known->factor);
}

}  // namespace coroscope::scenario
