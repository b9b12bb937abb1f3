// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/record/recorded_program.h"

namespace coroscope::cli {

/// What `coroscope record` without a file asked for: the window records it. Given once.
[[nodiscard]] std::optional<RecordedProgram> takeRecordingForWindow();

}  // namespace coroscope::cli
