// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <string_view>

#include "core/scenario/value.h"

namespace coroscope::scenario {

/// Python's `left == right`.
[[nodiscard]] bool equals(const Value& left, const Value& right);

/// Python's order of two values; unordered for NaN. Throws PythonError (TypeError), which names
/// `sign`, where Python has no order.
[[nodiscard]] std::partial_ordering compare(const Value& left, const Value& right,
                                            std::string_view sign);

/// Python's `left < right`.
class ValueLess {
public:
    bool operator()(const Value& left, const Value& right) const
    {
        return compare(left, right, "<") < 0;
    }
};

}  // namespace coroscope::scenario
