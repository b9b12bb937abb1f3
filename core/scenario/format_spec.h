// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

/// What stands behind the colon in "{value:.2f}": Python's format specification
/// `[[fill]align][sign][0][width][,][.precision][type]` with the types s, d, f, e, g and %.
class FormatSpec {
public:
    /// Errors: what it could not read.
    [[nodiscard]] static Result<FormatSpec> parse(std::string_view text);

    /// Python's format(value, spec). Throws PythonError, as Python would, when the value's type and
    /// the specification do not go together.
    [[nodiscard]] std::string format(const Value& value) const;

    [[nodiscard]] bool isEmpty() const noexcept { return m_text.empty(); }
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

private:
    void takeAlignment(std::string_view& text);
    [[nodiscard]] std::string formatText(std::string text) const;
    [[nodiscard]] std::string formatNumber(const Value& value) const;
    [[nodiscard]] std::string digits(const Value& value) const;
    [[nodiscard]] std::string padded(const std::string& body, const std::string& sign,
                                     char align) const;
    [[nodiscard]] std::size_t width() const noexcept { return static_cast<std::size_t>(m_width); }

    std::string m_text;
    std::string m_fill;  // one character, in UTF-8; empty: a space
    char m_align = 0;
    char m_sign = 0;
    char m_type = 0;
    bool m_padsZeros = false;  // a 0 before the width, and no alignment
    bool m_hasThousands = false;
    int m_width = 0;
    int m_precision = -1;
};

}  // namespace coroscope::scenario
