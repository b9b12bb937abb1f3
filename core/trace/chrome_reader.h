// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/trace/byte_source.h"
#include "core/trace/trace_file.h"

namespace coroscope {

/// Reads a trace in Chrome's Trace Event Format, the object form or the list alone. What
/// writeChromeJson() wrote is read back as it was; for what others wrote see addChromeRows(). A
/// list alone may be cut off; whatever else is cut off is read so far, and reported. The "line" of
/// a problem is the number of the event.
///
/// Errors  no list of events
/// Cost    O(n log n), memory in proportion to the number of events, not to what they carry
[[nodiscard]] Result<TraceFile> readChromeJson(const ByteSource& bytes, const std::string& source);
[[nodiscard]] Result<TraceFile> readChromeJson(std::string_view text, const std::string& source);

}  // namespace coroscope
