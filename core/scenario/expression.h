// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/ticks.h"
#include "core/scenario/json_node.h"
#include "core/scenario/scope.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

class Frame;

/// A value as a scenario writes it: a constant, "$name", an f-string, or a list of those.
class Expression {
public:
    virtual ~Expression() = default;

    /// Throws PythonError, as Python would at this place.
    [[nodiscard]] virtual Value evaluate(Frame& frame) const = 0;
};

using ExpressionPtr = std::unique_ptr<const Expression>;

[[nodiscard]] ExpressionPtr makeConstant(Value value);
[[nodiscard]] ExpressionPtr readExpression(const JsonNode& node, Scope& scope);

/// A number, a boolean or null.
[[nodiscard]] Value constantOf(const JsonNode& node);

/// A duration in seconds: a number or a "$name"; constants are checked here.
[[nodiscard]] ExpressionPtr readDuration(const JsonNode& node, Scope& scope);

/// The duration that a value or an expression gives; negative ones as 0, as asyncio does. Throws
/// PythonError for what is no number, NaN or infinite.
[[nodiscard]] Ticks durationOf(const Value& value);
[[nodiscard]] Ticks evaluateDuration(const Expression& expression, Frame& frame);

/// The name of "$name"; throws ReadError for anything else.
[[nodiscard]] std::string variableName(const JsonNode& node);

/// A name that Python takes for a variable.
[[nodiscard]] std::string identifier(const JsonNode& node);
/// The same for an object's key; `node` is its member.
[[nodiscard]] std::string identifier(const std::string& name, const JsonNode& node);

}  // namespace coroscope::scenario
