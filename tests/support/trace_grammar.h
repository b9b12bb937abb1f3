// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include "core/trace/trace.h"

namespace coroscope::test {

/// What is wrong with the order of a trace's events; empty if nothing is. For each task: created
/// once, then woken, resumed and suspended in turn, blocking and printing only while it runs, and
/// nothing after it is done; no two tasks in control at once; time never decreases; End is last.
[[nodiscard]] QString grammarError(const Trace& trace);

}  // namespace coroscope::test
