// SPDX-License-Identifier: MIT
#pragma once

#include "core/scenario/json_node.h"

namespace coroscope::scenario {

/// Throws ReadError if a function that the scenario's "calls" run waits for one of its objects:
/// these belong to the event loop, and simulated threads wait for nothing but time. `root` is the
/// whole scenario, whose calls name functions that it has.
void requireNoWaitingForObjects(const JsonNode& root);

}  // namespace coroscope::scenario
