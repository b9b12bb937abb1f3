// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/scenario/json_node.h"

namespace coroscope::scenario::python {

class Module;

/// Whether main has to create the object under its running loop, as it does with futures.
[[nodiscard]] bool isMadeByLoop(const JsonNode& object, bool isPlain);

/// What makes an object: "asyncio.Lock()", or "threading.Lock()" in a program of plain functions.
[[nodiscard]] std::string makeObject(const JsonNode& object, Module& module);

}  // namespace coroscope::scenario::python
