// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/run.h"

namespace coroscope {

/// The values that a scenario's file gives its parameters.
[[nodiscard]] scenario::ParameterValues valuesOfFile(const scenario::Scenario& scenario);

/// `value` as the file would write it: an int where `example` is one and it is whole, since Python
/// prints 10, not 10.0.
[[nodiscard]] scenario::Value like(const scenario::Value& example, double value);

/// An int is not the same as a float.
[[nodiscard]] bool isSame(const scenario::Value& a, const scenario::Value& b);
[[nodiscard]] bool areSame(const scenario::ParameterValues& a, const scenario::ParameterValues& b);

}  // namespace coroscope
