// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <vector>

namespace coroscope {

/// What stands somewhere in a line of Python, as far as it looks different.
enum class PythonToken : std::uint8_t { Plain, Keyword, Comment };

/// A part of a line, from `begin`, in UTF-16 units.
struct PythonSpan {
    qsizetype begin = 0;
    qsizetype length = 0;
    PythonToken token = PythonToken::Plain;

    friend bool operator==(const PythonSpan&, const PythonSpan&) = default;
};

/// The text between triple quotes that a line ends in: none, or the quotes that would end it.
enum class OpenString : std::uint8_t { None, Double, Single };

/// The parts of one line, which together are all of it; `open` as the line before it left it.
[[nodiscard]] std::vector<PythonSpan> pythonSpans(QStringView line, OpenString& open);

}  // namespace coroscope
