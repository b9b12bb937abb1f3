// SPDX-License-Identifier: MIT
#include "core/base/time_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace coroscope {
namespace {

struct Unit {
    const char* name;
    double nanoseconds;
    double from;  // nanoseconds from which this unit is used
};

constexpr std::array<Unit, 6> units{{
    {"h", 3600e9, 3 * 3600e9},
    {"min", 60e9, 600e9},
    {"s", 1e9, 1e9},
    {"ms", 1e6, 1e6},
    {"µs", 1e3, 1e3},
    {"ns", 1, 1},
}};

// What is rounded up to the next unit is written in that: 999.9999 ms are 1.00 s.
const Unit& unitFor(Ticks t, int decimals)
{
    const double size = std::abs(static_cast<double>(t.count()));
    const double steps = std::pow(10.0, decimals);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (size < units[i].from)
            continue;
        const double rounded =
            std::round(size / units[i].nanoseconds * steps) / steps * units[i].nanoseconds;
        return i > 0 && rounded >= units[i - 1].from ? units[i - 1] : units[i];
    }
    return units[2];
}

std::string fixed(double value, int decimals)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

std::string withoutTrailingZeros(std::string text)
{
    if (text.find('.') == std::string::npos)
        return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

}  // namespace

TimeText timeText(Ticks t, int decimals)
{
    return timeTextLike(t, t, decimals);
}

TimeText timeTextLike(Ticks t, Ticks scale, int decimals)
{
    const Unit& unit = unitFor(scale, decimals);
    return {fixed(static_cast<double>(t.count()) / unit.nanoseconds, decimals), unit.name};
}

std::string shortTimeText(Ticks t, Ticks scale)
{
    const TimeText text = timeTextLike(t, scale, 3);
    return withoutTrailingZeros(text.number) + ' ' + text.unit;
}

std::string secondsText(Ticks t)
{
    return withoutTrailingZeros(fixed(toSeconds(t), 9));
}

}  // namespace coroscope
