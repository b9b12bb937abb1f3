// SPDX-License-Identifier: MIT
#pragma once

#include "core/scenario/json_node.h"
#include "core/scenario/value.h"

namespace coroscope::scenario::python {

/// A number, a boolean or null.
[[nodiscard]] Value constantOf(const JsonNode& node);

}  // namespace coroscope::scenario::python
