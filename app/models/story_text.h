// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/document/program_run.h"
#include "core/analysis/story.h"

namespace coroscope {

/// A sentence of a program's story in the user's words, with a full stop; never more than one line.
[[nodiscard]] QString storyText(const ProgramRun& run, const StorySentence& sentence);

}  // namespace coroscope
