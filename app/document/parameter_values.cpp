// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/parameter_values.h"

#include <algorithm>
#include <cmath>

namespace coroscope {

scenario::ParameterValues valuesOfFile(const scenario::Scenario& scenario)
{
    scenario::ParameterValues values;
    for (const scenario::Parameter& parameter : scenario.parameters())
        values[parameter.name] = parameter.value;
    return values;
}

scenario::Value like(const scenario::Value& example, double value)
{
    if (example.isInt() && std::trunc(value) == value)
        return static_cast<std::int64_t>(value);
    return value;
}

bool isSame(const scenario::Value& a, const scenario::Value& b)
{
    return a.isInt() == b.isInt() && a.toDouble() == b.toDouble();
}

bool areSame(const scenario::ParameterValues& a, const scenario::ParameterValues& b)
{
    return std::ranges::equal(a, b, [](const auto& left, const auto& right) {
        return left.first == right.first && isSame(left.second, right.second);
    });
}

}  // namespace coroscope
