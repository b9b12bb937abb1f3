// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope::scenario::python {

/// A piece of Python that can be broken over several lines at its outermost brackets: what stands
/// up to the opening bracket, what is between the brackets, and the rest.
struct Fragment {
    Fragment(std::string text) : head(std::move(text)) {}
    Fragment(const char* text) : head(text) {}
    Fragment(std::string before, std::vector<Fragment> between, std::string after)
        : head(std::move(before)), items(std::move(between)), tail(std::move(after))
    {}

    /// All on one line.
    [[nodiscard]] std::string flat() const;

    std::string head;
    std::vector<Fragment> items;
    std::string tail;
};

[[nodiscard]] Fragment operator+(std::string_view before, Fragment fragment);
[[nodiscard]] Fragment operator+(Fragment fragment, std::string_view after);

/// Lines without their common indentation, and which of them hold each of the fragment's items.
struct LaidOut {
    struct Span {
        std::size_t first;
        std::size_t last;
    };
    std::vector<std::string> lines;
    std::vector<Span> items;
};

/// Breaks a fragment that is longer than PEP 8's 79 columns, one item a line.
[[nodiscard]] LaidOut layOut(const Fragment& fragment, std::size_t indentation);

}  // namespace coroscope::scenario::python
