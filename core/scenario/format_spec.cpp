// SPDX-License-Identifier: MIT
#include "core/scenario/format_spec.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

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

std::string upper(std::string text)
{
    for (char& c : text)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

// A float with a precision and no type: `precision` significant digits, and at least one behind
// the point unless an exponent follows.
std::string significant(double value, int precision)
{
    const int count = std::max(precision, 1);
    const std::string scientific = printed(value, std::chars_format::scientific, count - 1);
    const std::size_t e = scientific.find('e');
    if (e == std::string::npos)
        return scientific;  // inf, nan
    const auto withoutZeros = [](const std::string& text) {
        if (text.find('.') == std::string::npos)
            return text;
        const std::string digits = text.substr(0, text.find_last_not_of('0') + 1);
        return digits.ends_with('.') ? digits.substr(0, digits.size() - 1) : digits;
    };
    const int exponent = std::atoi(scientific.c_str() + e + 1);
    if (exponent < -4 || exponent >= count - 1)
        return withoutZeros(scientific.substr(0, e)) + scientific.substr(e);
    const std::string fixed =
        withoutZeros(printed(value, std::chars_format::fixed, count - 1 - exponent));
    return fixed.find('.') == std::string::npos ? fixed + ".0" : fixed;
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
    spec.takeAlignment(text);
    const auto isSign = [](char c) { return c == '+' || c == '-' || c == ' '; };
    if (!text.empty() && isSign(text.front())) {
        spec.m_sign = text.front();
        text.remove_prefix(1);
    }
    if (spec.m_fill.empty() && takeIf(text, '0')) {
        spec.m_fill = "0";
        spec.m_padsZeros = spec.m_align == 0;
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

void FormatSpec::takeAlignment(std::string_view& text)
{
    const std::size_t first = text.empty() ? 0 : characterSize(text);
    if (text.size() > first && isAlign(text[first])) {
        m_fill = text.substr(0, first);
        m_align = text[first];
        text.remove_prefix(first + 1);
    } else if (!text.empty() && isAlign(text.front())) {
        m_align = text.front();
        text.remove_prefix(1);
    }
}

std::string FormatSpec::format(const Value& value) const
{
    if (isEmpty())
        return value.str();
    const bool isText = value.as<std::string>() != nullptr;
    if (!isText && !value.isNumber() && value.as<bool>() == nullptr) {
        throw PythonError("TypeError", "unsupported format string passed to " +
                                           std::string(value.typeName()) + ".__format__");
    }
    if (m_hasThousands && (m_type == 's' || (isText && m_type == 0)))
        throw PythonError("ValueError", "Cannot specify ',' with 's'.");
    const bool isKnown = isText ? m_type == 0 || m_type == 's'
                                : m_type != 's' && !(m_type == 'd' && value.isFloat());
    if (!isKnown) {
        throw PythonError("ValueError", std::string("Unknown format code '") + m_type +
                                            "' for object of type '" +
                                            std::string(value.typeName()) + "'");
    }
    return isText ? formatText(value.str()) : formatNumber(value);
}

std::string FormatSpec::formatText(std::string text) const
{
    const auto refuse = [](const std::string& what) {
        throw PythonError("ValueError", what + " not allowed in string format specifier");
    };
    if (m_sign != 0)
        refuse(m_sign == ' ' ? "Space" : "Sign");
    if (m_align == '=')
        refuse("'=' alignment");
    for (std::size_t count = characterCount(text);
         m_precision >= 0 && count > static_cast<std::size_t>(m_precision); --count) {
        std::size_t last = text.size() - 1;
        while ((static_cast<unsigned char>(text[last]) & 0xc0) == 0x80)
            --last;
        text.erase(last);
    }
    return padded(text, "", m_align != 0 ? m_align : '<');
}

std::string FormatSpec::formatNumber(const Value& value) const
{
    std::string body = digits(value);
    const bool isNegative = body.starts_with('-');
    if (isNegative)
        body.erase(0, 1);
    std::string sign;
    if (isNegative)
        sign = "-";
    else if (m_sign == '+' || m_sign == ' ')
        sign = std::string(1, m_sign);
    const char align = m_align != 0 ? m_align : m_padsZeros ? '=' : '>';
    if (!m_hasThousands)
        return padded(body, sign, align);
    std::string grouped = withThousands(body);
    while (align == '=' && m_fill == "0" && grouped.size() + sign.size() < width()) {
        body.insert(0, "0");
        grouped = withThousands(body);
    }
    return padded(grouped, sign, align);
}

std::string FormatSpec::digits(const Value& value) const
{
    const auto* const boolean = value.as<bool>();
    const bool isInt = !value.isFloat();
    if (isInt && (m_type == 0 || m_type == 'd')) {
        if (m_precision >= 0)
            throw PythonError("ValueError", "Precision not allowed in integer format specifier");
        return boolean != nullptr ? std::to_string(int{*boolean}) : value.repr();
    }
    const double number = boolean != nullptr ? *boolean : value.toDouble();
    const int precision = m_precision < 0 ? 6 : m_precision;
    switch (m_type) {
        case 'f':
        case 'F': return printed(number, std::chars_format::fixed, precision);
        case 'e': return printed(number, std::chars_format::scientific, precision);
        case 'E': return upper(printed(number, std::chars_format::scientific, precision));
        case 'g': return printed(number, std::chars_format::general, std::max(precision, 1));
        case 'G': return upper(printed(number, std::chars_format::general, std::max(precision, 1)));
        case '%': return printed(number * 100, std::chars_format::fixed, precision) + '%';
        default: return m_precision < 0 ? floatRepr(number) : significant(number, m_precision);
    }
}

std::string FormatSpec::padded(const std::string& body, const std::string& sign, char align) const
{
    const std::size_t size = characterCount(body) + sign.size();
    const std::size_t missing = width() > size ? width() - size : 0;
    const auto fill = [&](std::size_t count) {
        std::string text;
        for (; count > 0; --count)
            text += m_fill.empty() ? " " : m_fill;
        return text;
    };
    switch (align) {
        case '<': return sign + body + fill(missing);
        case '^': return fill(missing / 2) + sign + body + fill(missing - missing / 2);
        case '=': return sign + fill(missing) + body;
        default: return fill(missing) + sign + body;
    }
}

}  // namespace coroscope::scenario
