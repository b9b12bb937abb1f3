// SPDX-License-Identifier: MIT
#include "core/scenario/python/fragment.h"

#include <algorithm>

namespace coroscope::scenario::python {
namespace {

constexpr std::size_t longestLine = 79;
constexpr std::size_t step = 4;

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool fits(const std::string& text, std::size_t indentation)
{
    return indentation + characterCount(text) <= longestLine;
}

// A single word that is too long for a line of its own gains nothing by standing there.
bool isWorthBreaking(const Fragment& fragment, std::size_t indentation)
{
    if (fragment.items.size() != 1)
        return !fragment.items.empty();
    const Fragment& only = fragment.items.front();
    return !only.items.empty() || fits(only.flat(), indentation + step);
}

}  // namespace

std::string Fragment::flat() const
{
    std::string text = head;
    for (std::size_t i = 0; i < items.size(); ++i)
        text += (i > 0 ? ", " : "") + items[i].flat();
    return text + tail;
}

Fragment operator+(std::string_view before, Fragment fragment)
{
    fragment.head.insert(0, before);
    return fragment;
}

Fragment operator+(Fragment fragment, std::string_view after)
{
    fragment.tail += after;
    return fragment;
}

LaidOut layOut(const Fragment& fragment, std::size_t indentation)
{
    LaidOut result;
    std::string flat = fragment.flat();
    if (fits(flat, indentation) || !isWorthBreaking(fragment, indentation)) {
        result.lines.push_back(std::move(flat));
        result.items.assign(fragment.items.size(), {0, 0});
        return result;
    }
    const bool isList = fragment.items.size() > 1;
    result.lines.push_back(fragment.head);
    for (const Fragment& item : fragment.items) {
        const std::size_t first = result.lines.size();
        for (const std::string& line : layOut(isList ? item + "," : item, indentation + step).lines)
            result.lines.push_back(std::string(step, ' ') + line);
        result.items.push_back({first, result.lines.size() - 1});
    }
    result.lines.push_back(fragment.tail);
    return result;
}

}  // namespace coroscope::scenario::python
