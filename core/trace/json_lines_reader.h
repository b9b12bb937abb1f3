// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/trace/json_lines_writer.h"
#include "core/trace/trace.h"

namespace coroscope {

/// A trace file as it was read.
struct TraceFile {
    TraceHeader header;
    std::shared_ptr<const Trace> trace;
    /// What was wrong, the first twenty, as "run.trace.jsonl:14: ..."; what is sound was read.
    std::vector<std::string> problems;
    std::size_t skippedLines = 0;  ///< all that were left out
};

/// Reads the plain form of a trace file. Whatever the text, the trace is sound: time never
/// decreases, each task is created once, then woken, resumed and suspended in turn, and nothing
/// happens to it after it is done. A line that breaks this is left out; the first one that is cut
/// off, at the end, is too. `source` begins the place in a problem.
///
/// Errors   only a first line that is no header, or one of another version.
/// Cost     O(text)
[[nodiscard]] Result<TraceFile> readJsonLines(std::string_view text, const std::string& source);

[[nodiscard]] Result<TraceFile> loadTrace(const std::filesystem::path& file);

}  // namespace coroscope
