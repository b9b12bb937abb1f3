// SPDX-License-Identifier: MIT
#include "core/scenario/python/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace coroscope::scenario::python {
namespace {

constexpr std::array<std::pair<char, std::string_view>, 4> shortEscapes{{
    {'\\', "\\\\"},
    {'\n', "\\n"},
    {'\r', "\\r"},
    {'\t', "\\t"},
}};

std::string hexEscape(char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    return {'\\', 'x', digits[byte >> 4U], digits[byte & 0xfU]};
}

// One byte between quotes.
std::string escaped(char c, char quote)
{
    const auto found =
        std::ranges::find(shortEscapes, c, &std::pair<char, std::string_view>::first);
    if (found != shortEscapes.end())
        return std::string(found->second);
    if (c == quote)
        return {'\\', c};
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f ? hexEscape(c) : std::string(1, c);
}

std::string literalText(std::string_view text, char quote, bool isFString)
{
    std::string result;
    for (const char c : text) {
        result += escaped(c, quote);
        if (isFString && (c == '{' || c == '}'))
            result += c;
    }
    return result;
}

// A format may be filled up with any character, also with those that end a string or a field.
std::string formatSpec(std::string_view spec, char quote)
{
    const char other = quote == '"' ? '\'' : '"';
    std::string result;
    for (const char c : spec) {
        if (c == '{')
            result += std::string{'{', other, '{', other, '}'};
        else
            result += c == quote ? hexEscape(c) : escaped(c, quote);
    }
    return result;
}

// PEP 8 leaves the choice; the one that needs no backslashes is the better one.
char quoteFor(const Text& text)
{
    const auto contains = [&](char quote) {
        return std::ranges::any_of(text.parts, [quote](const Text::Part& part) {
            return part.literal.find(quote) != std::string::npos;
        });
    };
    return contains('"') && !contains('\'') ? '\'' : '"';
}

}  // namespace

Text::Text(std::string_view text)
{
    if (text.starts_with('$') && !text.starts_with("$$")) {
        variable = text.substr(1);
        return;
    }
    if (text.starts_with("$$"))
        text.remove_prefix(1);
    parts.emplace_back();
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool isDoubled = at + 1 < text.size() && text[at + 1] == c;
        if (c != '{' || isDoubled) {
            parts.back().literal += c;
            at += (c == '{' || c == '}') && isDoubled ? 2 : 1;
            continue;
        }
        const std::size_t close = std::min(text.find('}', at), text.size());
        const std::string_view inside = text.substr(at + 1, close - at - 1);
        const std::size_t colon = std::min(inside.find(':'), inside.size());
        const std::string_view spec = inside.substr(std::min(colon + 1, inside.size()));
        parts.back().field = Field{std::string(inside.substr(0, colon)), std::string(spec)};
        parts.emplace_back();
        at = close + 1;
    }
}

std::string textLiteral(const Text& text, const NameOf& nameOf)
{
    const bool isFString = text.parts.size() > 1;
    const char quote = quoteFor(text);
    std::string result = isFString ? "f" : "";
    result += quote;
    for (const Text::Part& part : text.parts) {
        result += literalText(part.literal, quote, isFString);
        if (!part.field)
            continue;
        result += '{' + nameOf(part.field->variable);
        if (!part.field->spec.empty())
            result += ':' + formatSpec(part.field->spec, quote);
        result += '}';
    }
    return result + quote;
}

}  // namespace coroscope::scenario::python
