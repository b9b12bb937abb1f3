// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/trace/byte_source.h"
#include "core/trace/trace_file.h"

namespace coroscope {

/// Reads the plain or compact form of a trace file, see TraceStream. `source` is where an error is.
[[nodiscard]] Result<TraceFile> readJsonLines(const ByteSource& bytes, const std::string& source);
[[nodiscard]] Result<TraceFile> readJsonLines(std::string_view text, const std::string& source);

}  // namespace coroscope
