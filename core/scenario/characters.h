// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace coroscope::scenario {

/// One character of a UTF-8 text.
struct Character {
    char32_t code = 0;
    std::size_t size = 1;  ///< in bytes
};

/// The character that begins at byte `at`; a byte that begins none is U+FFFD.
/// Precondition: at < text.size().
[[nodiscard]] Character characterAt(std::string_view text, std::size_t at) noexcept;

/// Python's str.isprintable() of one character: false for control and format characters, all spaces
/// but the plain one, and private ones. Code points that Unicode may yet assign count as printable.
[[nodiscard]] bool isPrintable(char32_t c) noexcept;

}  // namespace coroscope::scenario
