// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>

#include "core/scenario/value.h"

namespace coroscope::scenario {

/// Python's `left + right` and `left * right` of two numbers; True counts as 1.
///
/// Errors  PythonError: TypeError for what is no number, OverflowError for an int that does not fit
///         64 bits, which Python's would.
[[nodiscard]] Value sum(const Value& left, const Value& right);
[[nodiscard]] Value product(const Value& left, const Value& right);

/// An int, or a bool as Python counts with it; none for any other value.
[[nodiscard]] std::optional<std::int64_t> intOf(const Value& value);
/// The same, or a float.
[[nodiscard]] std::optional<double> numberOf(const Value& value);

}  // namespace coroscope::scenario
