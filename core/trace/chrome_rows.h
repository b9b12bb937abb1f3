// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/chrome_events.h"
#include "core/trace/event_sorter.h"
#include "core/trace/trace_problems.h"

namespace coroscope {

/// Makes rows of the events of a file in Chrome's format that another program wrote, and hands
/// them over as a task's: running within a slice, suspended between two, woken by arrows.
///
/// A row for each thread, of which only the outermost slices count; that is a row for each task in
/// what VizTracer writes with --log_async. Asynchronous slices are laid out by name into as few
/// rows as do without two at once in a row.
///
/// Cost    O(n log n)
void addChromeRows(ChromeEvents& file, TraceAssembler& assembler, EventSorter& sorter,
                   TraceProblems& problems);

}  // namespace coroscope
