// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace coroscope::scenario {

/// Which lines of a Python source stand for a part of the scenario.
///
/// Path  of a statement, function or main: its JSON path, "$.functions[0].body[2]". Of what a
///       strategy makes of the calls: "$.calls" for all of it, "$.calls[0]" where the call
///       stands, "$.calls[0].await" where main waits for it and "$.calls.await" where it waits
///       for all of them, if that is elsewhere. "main" is main
///       in every program; "main.start" and "main.elapsed" are its two looks at the clock.
/// Lines  counted from 1; `last` is the statement's own last line, with its body.
struct LineOf {
    std::string path;
    std::size_t first = 0;
    std::size_t last = 0;
};

/// A program as Python: UTF-8, each line ended by "\n".
struct PythonSource {
    std::string text;
    std::string file;  ///< as sites name it; empty: all sites are in this text
    std::vector<LineOf> map;  ///< by first line; what encloses before what is inside

    /// The lines of `path`; null if it has none in this program.
    [[nodiscard]] const LineOf* find(std::string_view path) const;
};

/// The program as a Python file that runs by itself under CPython 3.11 or later and prints what
/// run() says. Errors: an unknown program or parameter, a parameter's value out of its range; a
/// statement that needs the event loop in a function that is plain in this program.
[[nodiscard]] Result<PythonSource> printPython(const Scenario& scenario, std::string_view program,
                                               const ParameterValues& parameters = {});

}  // namespace coroscope::scenario
