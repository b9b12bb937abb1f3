// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "core/trace/trace.h"
#include "core/trace/trace_header.h"

namespace coroscope {

/// Writes a trace as JSON Lines, one event a line, in the plain, sorted form. The stream's state
/// tells whether all of it was written.
void writeJsonLines(std::ostream& out, const Trace& trace, const TraceHeader& header);

}  // namespace coroscope
