// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/trace/trace.h"
#include "core/trace/trace_header.h"
#include "core/trace/trace_problems.h"

namespace coroscope {

/// A trace file as it was read.
struct TraceFile {
    TraceHeader header;
    std::shared_ptr<const Trace> trace;
    std::vector<TraceProblem> problems;  ///< what is sound was read all the same
    std::size_t leftOut = 0;             ///< lines and records that were left out
    std::uint64_t lost = 0;              ///< events that the recorder had to drop
};

/// What a file is, by its content.
enum class FileFormat : std::uint8_t {
    Unknown,
    JsonLines,  ///< a trace of our own, plain or compact
    Chrome,     ///< a trace in Chrome's format
    Scenario,
};

/// `head`: how the file begins, some kilobytes of it or all.
[[nodiscard]] FileFormat formatOf(std::string_view head);

/// Told again and again how much of a file was read, in [0, 1]. False: stop.
using LoadProgress = std::function<bool(double share)>;

/// Reads a trace of any format. Never holds the file's text as a whole. Errors, besides those of
/// its content: there is no such file, it cannot be read, it is no trace, it was stopped
/// (Error::Kind::Usage).
[[nodiscard]] Result<TraceFile> loadTrace(const std::filesystem::path& file,
                                          const LoadProgress& progress = {});

}  // namespace coroscope
