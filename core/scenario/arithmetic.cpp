// SPDX-License-Identifier: MIT
#include "core/scenario/arithmetic.h"

#include <string>

#include "core/scenario/python_error.h"

namespace coroscope::scenario {
namespace {

[[noreturn]] void refuse(const Value& left, const Value& right, char sign)
{
    throw PythonError("TypeError", std::string("unsupported operand type(s) for ") + sign + ": '" +
                                       std::string(left.typeName()) + "' and '" +
                                       std::string(right.typeName()) + "'");
}

[[noreturn]] void overflow()
{
    throw PythonError("OverflowError", std::string("an int of more than 64 bits"));
}

}  // namespace

Value sum(const Value& left, const Value& right)
{
    const auto leftInt = intOf(left);
    const auto rightInt = intOf(right);
    if (leftInt && rightInt) {
        std::int64_t result = 0;
        if (__builtin_add_overflow(*leftInt, *rightInt, &result))
            overflow();
        return result;
    }
    const auto leftFloat = numberOf(left);
    const auto rightFloat = numberOf(right);
    if (!leftFloat || !rightFloat)
        refuse(left, right, '+');
    return *leftFloat + *rightFloat;
}

Value product(const Value& left, const Value& right)
{
    const auto leftInt = intOf(left);
    const auto rightInt = intOf(right);
    if (leftInt && rightInt) {
        std::int64_t result = 0;
        if (__builtin_mul_overflow(*leftInt, *rightInt, &result))
            overflow();
        return result;
    }
    const auto leftFloat = numberOf(left);
    const auto rightFloat = numberOf(right);
    if (!leftFloat || !rightFloat)
        refuse(left, right, '*');
    return *leftFloat * *rightFloat;
}

std::optional<std::int64_t> intOf(const Value& value)
{
    if (const auto* boolean = value.as<bool>())
        return *boolean ? 1 : 0;
    if (const auto* integer = value.as<std::int64_t>())
        return *integer;
    return {};
}

std::optional<double> numberOf(const Value& value)
{
    if (const auto integer = intOf(value))
        return static_cast<double>(*integer);
    if (const auto* real = value.as<double>())
        return *real;
    return {};
}

}  // namespace coroscope::scenario
