// SPDX-License-Identifier: MIT
#include "core/scenario/python/constants.h"

namespace coroscope::scenario::python {

Value constantOf(const JsonNode& node)
{
    const Json& json = node.json();
    if (json.is_null())
        return {};
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number_float())
        return node.number();
    constexpr std::int64_t largest = std::int64_t{1} << 62;
    return node.integer(-largest, largest);
}

}  // namespace coroscope::scenario::python
