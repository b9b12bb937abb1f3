// SPDX-License-Identifier: MIT
#include "core/scenario/value.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/runtime/errors.h"
#include "core/scenario/characters.h"

namespace coroscope::scenario {
namespace {

// The shortest digits that read back as `value`, and its decimal exponent: d.ddd × 10^exponent.
struct Digits {
    std::string digits;
    int exponent;
};

Digits shortestDigits(double value)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::scientific);
    const std::string text(buffer.data(), end.ptr);
    const std::size_t e = text.find('e');
    std::string digits = text.substr(0, e);
    std::erase(digits, '.');
    return {digits, std::atoi(text.c_str() + e + 1)};
}

std::string positional(const Digits& number)
{
    std::string digits = number.digits;
    if (number.exponent < 0)
        return "0." + std::string(static_cast<std::size_t>(-number.exponent - 1), '0') + digits;
    const auto integerDigits = static_cast<std::size_t>(number.exponent) + 1;
    if (digits.size() <= integerDigits)
        return digits + std::string(integerDigits - digits.size(), '0') + ".0";
    return digits.insert(integerDigits, ".");
}

std::string scientific(const Digits& number)
{
    std::string text = number.digits.substr(0, 1);
    if (number.digits.size() > 1)
        text += '.' + number.digits.substr(1);
    const int size = std::abs(number.exponent);
    return text + (number.exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") +
           std::to_string(size);
}

// A list can hold another one many times, and that a third one: its text has no bound of its own.
constexpr std::size_t mostListText = 1024 * 1024;

std::string listRepr(const Value::List& list)
{
    std::string text = "[";
    for (const Value& item : list) {
        if (text.size() > mostListText)
            return text + "...]";
        if (text.size() > 1)
            text += ", ";
        text += item.repr();
    }
    return text + ']';
}

// Python's repr of a character that str.isprintable() denies.
std::string escape(char32_t c)
{
    switch (c) {
        case U'\n': return "\\n";
        case U'\r': return "\\r";
        case U'\t': return "\\t";
        default: break;
    }
    const int digits = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
    std::string text = c <= 0xff ? "\\x" : c <= 0xffff ? "\\u" : "\\U";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text += "0123456789abcdef"[c >> shift & 15];
    return text;
}

// How many values are being freed within one another. Chains of tasks that return tasks can be
// longer than the stack.
constinit thread_local int releases = 0;
constexpr int mostReleases = 100;

}  // namespace

struct Value::ListNode {
    List items;
    int nesting;
};

Value::Value(List value)
{
    int deepest = 0;
    for (const Value& item : value)
        deepest = std::max(deepest, item.nesting());
    if (deepest >= deepestNesting)
        throw RecursionError("maximum recursion depth exceeded");
    m_data = std::make_shared<const ListNode>(ListNode{std::move(value), deepest + 1});
}

void Value::release() noexcept
{
    thread_local std::vector<Data> later;
    if (releases == mostReleases) {
        later.push_back(std::move(m_data));
        return;
    }
    ++releases;
    m_data = std::monostate();
    while (releases == 1 && !later.empty()) {
        const Data next = std::move(later.back());
        later.pop_back();
    }
    --releases;
}

int Value::nesting() const noexcept
{
    if (const auto* const list = std::get_if<std::shared_ptr<const ListNode>>(&m_data))
        return (*list)->nesting;
    const Handle* const handle = asHandle();
    return handle != nullptr ? handle->nesting() : 0;
}

std::string floatRepr(double value)
{
    if (std::isnan(value))
        return "nan";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    const std::string sign = std::signbit(value) ? "-" : "";
    if (value == 0)
        return sign + "0.0";
    const Digits number = shortestDigits(std::abs(value));
    const bool isPositional = number.exponent >= -4 && number.exponent < 16;
    return sign + (isPositional ? positional(number) : scientific(number));
}

std::string stringRepr(std::string_view text)
{
    const bool isDouble =
        text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos;
    const char quote = isDouble ? '"' : '\'';
    std::string result(1, quote);
    for (std::size_t at = 0; at < text.size();) {
        const Character next = characterAt(text, at);
        const std::string_view bytes = text.substr(at, next.size);
        if (bytes == std::string_view(&quote, 1) || bytes == "\\")
            result += '\\';
        if (isPrintable(next.code))
            result += bytes;
        else
            result += escape(next.code);
        at += next.size;
    }
    return result + quote;
}

const Value::List* Value::asList() const noexcept
{
    const auto* list = std::get_if<std::shared_ptr<const ListNode>>(&m_data);
    return list != nullptr ? &(*list)->items : nullptr;
}

const Handle* Value::asHandle() const noexcept
{
    const auto* handle = std::get_if<std::shared_ptr<const Handle>>(&m_data);
    return handle != nullptr ? handle->get() : nullptr;
}

double Value::toDouble() const
{
    assert(isNumber());
    const auto* integer = as<std::int64_t>();
    return integer != nullptr ? static_cast<double>(*integer) : *as<double>();
}

std::string Value::str() const
{
    if (const auto* text = as<std::string>())
        return *text;
    if (const Handle* handle = asHandle())
        return handle->str();
    return repr();
}

std::string Value::repr() const
{
    if (const auto* boolean = as<bool>())
        return *boolean ? "True" : "False";
    if (const auto* integer = as<std::int64_t>())
        return std::to_string(*integer);
    if (const auto* number = as<double>())
        return floatRepr(*number);
    if (const auto* text = as<std::string>())
        return stringRepr(*text);
    if (const List* list = asList())
        return listRepr(*list);
    if (const Handle* handle = asHandle())
        return handle->repr();
    return "None";
}

std::string_view Value::typeName() const
{
    constexpr std::array<std::string_view, 6> names{"NoneType", "bool", "int",
                                                    "float",    "str",  "list"};
    const Handle* const handle = asHandle();
    return handle != nullptr ? handle->typeName() : names[m_data.index()];
}

}  // namespace coroscope::scenario
