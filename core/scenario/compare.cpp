// SPDX-License-Identifier: MIT
#include "core/scenario/compare.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

#include "core/scenario/future_handle.h"
#include "core/scenario/python_error.h"

namespace coroscope::scenario {
namespace {

// A number with room for all integers of 64 bits.
std::optional<long double> numberOf(const Value& value)
{
    if (const auto* boolean = value.as<bool>())
        return *boolean ? 1.0L : 0.0L;
    if (const auto* integer = value.as<std::int64_t>())
        return static_cast<long double>(*integer);
    if (const auto* real = value.as<double>())
        return static_cast<long double>(*real);
    return std::nullopt;
}

[[noreturn]] void refuse(const Value& left, const Value& right, std::string_view sign)
{
    throw PythonError("TypeError", "'" + std::string(sign) +
                                       "' not supported between instances of '" +
                                       std::string(left.typeName()) + "' and '" +
                                       std::string(right.typeName()) + "'");
}

// Lists that hold one another many times can have more items than can be looked at.
constexpr std::size_t mostComparisons = 10'000'000;

bool isEqual(const Value& left, const Value& right, std::size_t& comparisons);

bool areEqual(const Value::List& left, const Value::List& right, std::size_t& comparisons)
{
    return &left == &right ||
           std::ranges::equal(left, right, [&](const Value& l, const Value& r) {
               return isEqual(l, r, comparisons);
           });
}

bool isEqual(const Value& left, const Value& right, std::size_t& comparisons)
{
    if (++comparisons > mostComparisons)
        throw PythonError("RecursionError", std::string("lists with too many items to compare"));
    const auto leftNumber = numberOf(left);
    const auto rightNumber = numberOf(right);
    if (leftNumber && rightNumber)
        return *leftNumber == *rightNumber;
    const auto* const leftText = left.as<std::string>();
    const auto* const rightText = right.as<std::string>();
    if (leftText != nullptr && rightText != nullptr)
        return *leftText == *rightText;
    const Value::List* const leftList = left.asList();
    const Value::List* const rightList = right.asList();
    if (leftList != nullptr && rightList != nullptr)
        return areEqual(*leftList, *rightList, comparisons);
    const auto* const leftFuture = dynamic_cast<const FutureHandle*>(left.asHandle());
    const auto* const rightFuture = dynamic_cast<const FutureHandle*>(right.asHandle());
    if (leftFuture != nullptr && rightFuture != nullptr)
        return leftFuture->future() == rightFuture->future();
    if (left.asHandle() != nullptr)
        return left.asHandle() == right.asHandle();
    return left.isNone() && right.isNone();
}

// The first items that differ decide.
std::partial_ordering compareLists(const Value::List& left, const Value::List& right,
                                   std::string_view sign)
{
    std::size_t comparisons = 0;
    const auto [l, r] =
        std::ranges::mismatch(left, right, [&](const Value& leftItem, const Value& rightItem) {
            return isEqual(leftItem, rightItem, comparisons);
        });
    if (l != left.end() && r != right.end())
        return compare(*l, *r, sign);
    return left.size() <=> right.size();
}

}  // namespace

bool equals(const Value& left, const Value& right)
{
    std::size_t comparisons = 0;
    return isEqual(left, right, comparisons);
}

std::partial_ordering compare(const Value& left, const Value& right, std::string_view sign)
{
    const auto leftNumber = numberOf(left);
    const auto rightNumber = numberOf(right);
    if (leftNumber && rightNumber)
        return *leftNumber <=> *rightNumber;
    const auto* const leftText = left.as<std::string>();
    const auto* const rightText = right.as<std::string>();
    if (leftText != nullptr && rightText != nullptr)
        return *leftText <=> *rightText;
    const Value::List* const leftList = left.asList();
    const Value::List* const rightList = right.asList();
    if (leftList != nullptr && rightList != nullptr)
        return compareLists(*leftList, *rightList, sign);
    refuse(left, right, sign);
}

}  // namespace coroscope::scenario
