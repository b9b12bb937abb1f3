// SPDX-License-Identifier: MIT
#include "core/base/time_text.h"

#include <array>
#include <charconv>
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

const Unit& unitFor(Ticks t)
{
    const double size = std::abs(static_cast<double>(t.count()));
    for (const Unit& unit : units) {
        if (size >= unit.from)
            return unit;
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
    const Unit& unit = unitFor(scale);
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
