// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "core/scenario/json_node.h"
#include "core/scenario/python/python_source.h"

namespace coroscope::scenario::python {

/// printPython() for a document that is known to be a scenario with that program. Throws ReadError
/// where it is none, or where the program cannot be written in Python.
[[nodiscard]] PythonSource printProgram(const JsonNode& root, std::string_view program,
                                        const ParameterValues& parameters = {});

}  // namespace coroscope::scenario::python
