// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope::scenario::python {

/// A string of a scenario, taken apart. Expects one that the reader accepts.
struct Text {
    /// A variable inside a text: "{name}" or "{name:.2f}".
    struct Field {
        std::string variable;
        std::string spec;
    };
    struct Part {
        std::string literal;
        std::optional<Field> field;  ///< stands behind the literal
    };

    explicit Text(std::string_view text);

    std::optional<std::string> variable;  ///< the whole is "$name"
    std::vector<Part> parts;              ///< else: at least one
};

using NameOf = std::function<std::string(const std::string& variable)>;

/// As Python writes it: a string or an f-string, whichever it takes.
[[nodiscard]] std::string textLiteral(const Text& text, const NameOf& nameOf);

}  // namespace coroscope::scenario::python
