// SPDX-License-Identifier: MIT
#include "core/scenario/format_spec.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/scenario/python_error.h"

namespace coroscope::scenario {
namespace {

constexpr int largestNumber = 1000;  // of width and precision

bool isAlign(char c)
{
    return c == '<' || c == '>' || c == '^' || c == '=';
}

// The bytes of the UTF-8 character that begins `text`.
std::size_t characterSize(std::string_view text)
{
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        ++size;
    return size;
}

std::size_t characterCount(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool takeIf(std::string_view& text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

// A number that begins `text`; -1 if there is none or it is absurd.
int takeNumber(std::string_view& text)
{
    int number = -1;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    if (end.ec != std::errc() || number < 0 || number > largestNumber)
        return -1;
    text.remove_prefix(static_cast<std::size_t>(end.ptr - text.data()));
    return number;
}

std::string printed(double value, std::chars_format form, int precision)
{
    std::array<char, 1500> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, form, precision);
    return {buffer.data(), end.ptr};
}

std::string withThousands(std::string digits)
{
    const std::size_t integerEnd = std::min(digits.find_first_of(".e"), digits.size());
    for (std::size_t at = integerEnd; at > 3; at -= 3)
        digits.insert(at - 3, ",");
    return digits;
}

}  // namespace

Result<FormatSpec> FormatSpec::parse(std::string_view text)
{
    FormatSpec spec;
    spec.m_text = text;
    const auto bad = [&](const std::string& what) {
        return Error{Error::Kind::BadFormat,
                     what + " in the format \"" + spec.m_text +
                         "\"; expected [[fill]align][sign][0][width][,][.precision][type]",
                     ""};
    };
    const std::size_t first = text.empty() ? 0 : characterSize(text);
    if (text.size() > first && isAlign(text[first])) {
        spec.m_fill = text.substr(0, first);
        spec.m_align = text[first];
        text.remove_prefix(first + 1);
    } else if (!text.empty() && isAlign(text.front())) {
        spec.m_align = text.front();
        text.remove_prefix(1);
    }
    for (const char sign : {'+', '-', ' '}) {
        if (takeIf(text, sign))
            spec.m_sign = sign;
    }
    if (!text.empty() && text.front() == '0' && spec.m_align == 0) {
        spec.m_fill = "0";
        spec.m_align = '=';
        text.remove_prefix(1);
    }
    if (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        spec.m_width = takeNumber(text);
        if (spec.m_width < 0)
            return bad("the width is too large");
    }
    spec.m_hasThousands = takeIf(text, ',');
    if (takeIf(text, '.')) {
        spec.m_precision = takeNumber(text);
        if (spec.m_precision < 0)
            return bad("the precision is no number up to 1000");
    }
    if (!text.empty() &&
        std::string_view("sdfFeEgG%").find(text.front()) != std::string_view::npos) {
        spec.m_type = text.front();
        text.remove_prefix(1);
    }
    if (!text.empty())
        return bad("cannot read \"" + std::string(text) + "\"");
    return spec;
}

std::string FormatSpec::format(const Value& value) const
{
    if (isEmpty())
        return value.str();
    const auto* const boolean = value.as<bool>();
    if (value.isNumber() || (boolean != nullptr && m_type != 0)) {
        const bool isInt = !value.isFloat();
        if (m_type == 's' || (m_type == 'd' && !isInt) ||
            (isInt && m_type == 0 && m_precision >= 0))
            refuse(value);
        return formatNumber(boolean != nullptr ? *boolean : value.toDouble(), isInt);
    }
    if (value.as<std::string>() == nullptr || (m_type != 0 && m_type != 's') || m_align == '=')
        refuse(value);
    std::string text = value.str();
    for (std::size_t count = characterCount(text);
         m_precision >= 0 && count > static_cast<std::size_t>(m_precision); --count) {
        std::size_t last = text.size() - 1;
        while ((static_cast<unsigned char>(text[last]) & 0xc0) == 0x80)
            --last;
        text.erase(last);
    }
    return padded(text, "", '<');
}

std::string FormatSpec::formatNumber(double value, bool isInt) const
{
    const bool isNegative = std::signbit(value);
    const std::string sign = isNegative ? "-" : m_sign == '-' ? "" : std::string(1, m_sign);
    std::string body = digits(std::abs(value), isInt);
    if (m_hasThousands)
        body = withThousands(body);
    return padded(body, sign, '>');
}

std::string FormatSpec::digits(double size, bool isInt) const
{
    const int precision = m_precision < 0 ? 6 : m_precision;
    switch (m_type) {
        case 'f':
        case 'F': return printed(size, std::chars_format::fixed, precision);
        case 'e':
        case 'E': return printed(size, std::chars_format::scientific, precision);
        case 'g':
        case 'G': return printed(size, std::chars_format::general, std::max(precision, 1));
        case '%': return printed(size * 100, std::chars_format::fixed, precision) + '%';
        default: break;
    }
    if (isInt)
        return printed(size, std::chars_format::fixed, 0);
    return m_precision < 0 ? floatRepr(size)
                           : printed(size, std::chars_format::general, std::max(m_precision, 1));
}

std::string FormatSpec::padded(std::string body, const std::string& sign, char naturalAlign) const
{
    const std::size_t size = characterCount(body) + sign.size();
    const std::size_t missing =
        static_cast<std::size_t>(m_width) > size ? static_cast<std::size_t>(m_width) - size : 0;
    const auto fill = [&](std::size_t count) {
        std::string text;
        for (; count > 0; --count)
            text += m_fill;
        return text;
    };
    switch (m_align != 0 ? m_align : naturalAlign) {
        case '<': return sign + body + fill(missing);
        case '^': return fill(missing / 2) + sign + body + fill(missing - missing / 2);
        case '=': return sign + fill(missing) + body;
        default: return fill(missing) + sign + body;
    }
}

void FormatSpec::refuse(const Value& value) const
{
    if (m_type != 0) {
        throw PythonError("ValueError", std::string("Unknown format code '") + m_type +
                                            "' for object of type '" +
                                            std::string(value.typeName()) + "'");
    }
    throw PythonError("TypeError", "unsupported format string passed to " +
                                       std::string(value.typeName()) + ".__format__");
}

}  // namespace coroscope::scenario
