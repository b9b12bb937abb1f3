// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>

#include "core/trace/trace.h"
#include "core/trace/trace_header.h"

namespace coroscope {

/// Writes a trace in Chrome's Trace Event Format, which Perfetto opens: a track for each task with
/// a slice for each of its states, an arrow for each wake-up by another task, a counter for the
/// ready queue. Beside what viewers show, each event has its kind (`e`), its number (`n`) and, in
/// `args`, its details, so that readChromeJson() reads back the same trace.
///
/// Cost    O(events), memory O(tasks)
void writeChromeJson(std::ostream& out, const Trace& trace, const TraceHeader& header);

}  // namespace coroscope
