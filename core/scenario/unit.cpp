// SPDX-License-Identifier: MIT
#include "core/scenario/unit.h"

#include <algorithm>
#include <array>
#include <cstdint>

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
    std::int64_t seconds = 0;
    const auto* const whole = value.as<std::int64_t>();
    const bool isWhole = known->sign == '*' && whole != nullptr &&
                         !__builtin_mul_overflow(*whole, known->factor, &seconds);
    if (isWhole)
        return seconds;
    if (known->sign == '*')
        return value.toDouble() * static_cast<double>(known->factor);
    return value.toDouble() / static_cast<double>(known->factor);
}

bool isConverted(std::string_view unit)
{
    return unitNamed(unit) != nullptr;
}

std::string inSecondsText(const Value& value, std::string_view unit)
{
    const TimeUnit* const known = unitNamed(unit);
    if (known == nullptr)
        return value.repr();
    return value.repr() + ' ' + known->sign + ' ' + std::to_string(known->factor);
}

}  // namespace coroscope::scenario
