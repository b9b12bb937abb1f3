// SPDX-License-Identifier: MIT
#include "core/scenario/characters.h"

#include <algorithm>
#include <array>

namespace coroscope::scenario {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// The categories Cc, Cf, Co, Cs, Zl, Zp and Zs of Unicode 15, without the space.
constexpr std::array<Range, 29> notPrintable{{
    {0x0, 0x1f},          {0x7f, 0xa0},           {0xad, 0xad},
    {0x600, 0x605},       {0x61c, 0x61c},         {0x6dd, 0x6dd},
    {0x70f, 0x70f},       {0x890, 0x891},         {0x8e2, 0x8e2},
    {0x1680, 0x1680},     {0x180e, 0x180e},       {0x2000, 0x200f},
    {0x2028, 0x202f},     {0x205f, 0x2064},       {0x2066, 0x206f},
    {0x3000, 0x3000},     {0xd800, 0xf8ff},       {0xfeff, 0xfeff},
    {0xfff9, 0xfffb},     {0x110bd, 0x110bd},     {0x110cd, 0x110cd},
    {0x13430, 0x1343f},   {0x1bca0, 0x1bca3},     {0x1d173, 0x1d17a},
    {0xe0001, 0xe0001},   {0xe0020, 0xe007f},     {0xf0000, 0xffffd},
    {0x100000, 0x10fffd}, {0x110000, 0xffffffff},
}};

}  // namespace

Character characterAt(std::string_view text, std::size_t at) noexcept
{
    constexpr Character broken{0xfffd, 1};
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc0 || at + size > text.size())
        return broken;
    char32_t code = lead & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80)
            return broken;
        code = code << 6 | (byte(at + i) & 0x3fU);
    }
    return {code, size};
}

bool isPrintable(char32_t c) noexcept
{
    const auto* const range = std::ranges::lower_bound(notPrintable, c, {}, &Range::last);
    return range == notPrintable.end() || c < range->first;
}

}  // namespace coroscope::scenario
