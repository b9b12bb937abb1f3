// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/chrome_events.h"
#include "core/trace/trace_problems.h"

namespace coroscope {

/// An outermost slice of a row.
struct ChromeSlice {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::uint32_t name = 0;
    std::uint32_t number = 0;  ///< of its first event in the file
};

/// Slices in order of time that do not overlap.
struct ChromeRow {
    std::string name;
    std::uint32_t track = TextPool::none;  ///< of a thread; none: a row of asynchronous slices
    std::vector<ChromeSlice> slices;
};

/// The rows of a file, by when they begin. `file.events` are in order of time.
[[nodiscard]] std::vector<ChromeRow> chromeRows(const ChromeEvents& file, TraceProblems& problems);

}  // namespace coroscope
