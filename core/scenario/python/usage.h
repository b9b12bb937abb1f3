// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/scenario/json_node.h"

namespace coroscope::scenario::python {

/// What a body says, gathered before it is printed.
struct Usage {
    std::set<std::string> assigned;
    std::set<std::string> read;
    std::set<std::string> readAsValue;             ///< other than as an argument of a call
    std::set<std::pair<std::string, bool>> calls;  ///< functions; true: in an executor
    std::set<std::string> keys;                    ///< of statements, and of their parts
};

/// Adds what `node` says, a statement or a list of them. Statements that are not for `program` are
/// passed over.
void addUsage(const JsonNode& node, std::string_view program, Usage& usage);

/// Whether a statement's "only" leaves it out of `program`.
[[nodiscard]] bool isLeftOut(const JsonNode& statement, std::string_view program);

}  // namespace coroscope::scenario::python
