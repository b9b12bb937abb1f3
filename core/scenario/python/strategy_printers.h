// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario/json_node.h"

namespace coroscope::scenario::python {

class BodyPrinter;

/// The calls that a strategy prints, as the part of main that it is.
struct ComparedCalls {
    std::vector<JsonNode> calls;
    bool areResultsRead = false;  ///< by what stands after the calls
};

/// An entry of the table of strategies.
struct StrategyPrinter {
    std::string_view name;
    bool isAsync;            ///< main is a coroutine function
    bool hasPlainFunctions;  ///< all others are plain
    bool isGuarded;          ///< runs only as a script: processes import it again
    void (*print)(const ComparedCalls& calls, BodyPrinter& main);
};

/// Null if there is none of that name.
[[nodiscard]] const StrategyPrinter* strategyPrinter(std::string_view name);

}  // namespace coroscope::scenario::python
