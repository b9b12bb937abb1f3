// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/scenario/expression.h"

namespace coroscope::scenario {

class Frame;

/// A function with its arguments, about to be called.
class Invocation {
public:
    Invocation(std::size_t function, std::string name, std::vector<Value> arguments)
        : m_function(function),
          m_name(std::move(name)),
          m_arguments(std::move(arguments))
    {
    }

    [[nodiscard]] std::size_t function() const noexcept { return m_function; }
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    [[nodiscard]] const std::vector<Value>& arguments() const noexcept { return m_arguments; }

    /// As Python would write it: "delivery('A', 10)".
    [[nodiscard]] std::string label() const;

private:
    std::size_t m_function;  // index into Definition::functions
    std::string m_name;
    std::vector<Value> m_arguments;
};

/// `{"call": "delivery", "args": ["A", "$a"]}`. Copies share the arguments' expressions.
struct Call {
    std::size_t function = 0;
    std::string name;
    std::shared_ptr<const std::vector<ExpressionPtr>> arguments;

    [[nodiscard]] Invocation evaluate(Frame& frame) const;
};

}  // namespace coroscope::scenario
