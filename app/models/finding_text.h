// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/document/program_run.h"
#include "core/analysis/findings.h"

namespace coroscope {

/// A finding in the user's words.
struct FindingText {
    QString what;   ///< what is wrong: "A blocks the loop for 3.00 s"
    QString more;   ///< whom it hurts, what would cure it: "B and C are held up"; may be empty
    QString where;  ///< "line 5"; empty if nobody knows
};

[[nodiscard]] FindingText findingText(const ProgramRun& run, const Finding& finding);

/// All of it in one sentence that names the program.
[[nodiscard]] QString findingSentence(const ProgramRun& run, const Finding& finding);

/// What the guilty task does in a finding of this kind.
[[nodiscard]] SegmentState stateAtFault(Finding::Kind kind);

}  // namespace coroscope
