// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/scenario/value.h"

namespace coroscope::scenario {

/// A parameter's value as its program gets it: in seconds if `unit` is one of time other than the
/// second (h, min, ms, µs, us), unchanged otherwise. 20 min are the int 1200, 300 ms the float 0.3.
/// Precondition: value.isNumber().
[[nodiscard]] Value inSeconds(const Value& value, std::string_view unit);

/// Whether inSeconds() changes values of this unit.
[[nodiscard]] bool isConverted(std::string_view unit);

/// The same as Python writes it: "20 * 60", "300 / 1000", "20".
[[nodiscard]] std::string inSecondsText(const Value& value, std::string_view unit);

}  // namespace coroscope::scenario
