// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/document/program_run.h"

namespace coroscope {

/// Plain words for what a trace holds, in the user's language.
[[nodiscard]] QString kindText(EventKind kind);
[[nodiscard]] QString stateText(SegmentState state);

/// As traces write it: "lock", "queue".
[[nodiscard]] QString wordText(Word word);

/// What else is known about an event: "sleep until 10 s", "awaits A, B, C", "woken by timer".
/// Names at most eight tasks. Precondition: event < run.trace().size().
[[nodiscard]] QString detailText(const ProgramRun& run, std::size_t event);

/// How a task or the program ended: "returned 10", "raised ValueError: x", "ended in a deadlock".
/// Precondition: event is a Done or an End.
[[nodiscard]] QString outcomeText(const Trace& trace, const Event& event);

/// The row's name; empty for no task.
[[nodiscard]] QString rowName(const ProgramRun& run, TaskId task);

}  // namespace coroscope
