// SPDX-License-Identifier: MIT
#pragma once

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

    /// Python's format(value, spec). Throws PythonError (ValueError) when the type of the value and
    /// the specification do not go together.
    [[nodiscard]] std::string format(const Value& value) const;

    [[nodiscard]] bool isEmpty() const noexcept { return m_text.empty(); }
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

private:
    [[nodiscard]] std::string formatNumber(double value, bool isInt) const;
    [[nodiscard]] std::string digits(double size, bool isInt) const;
    [[nodiscard]] std::string padded(std::string body, const std::string& sign,
                                     char naturalAlign) const;
    [[noreturn]] void refuse(const Value& value) const;

    std::string m_text;
    std::string m_fill = " ";  // one character, in UTF-8
    char m_align = 0;
    char m_sign = '-';
    char m_type = 0;
    bool m_hasThousands = false;
    int m_width = 0;
    int m_precision = -1;
};

}  // namespace coroscope::scenario
