// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

struct RecordedProgram;

/// Opens the window on the files that the arguments name, or on the first lesson, and returns the
/// process's exit status when it is closed. With `recorded`, records that program instead.
[[nodiscard]] int runWindow(int& argc, char** argv, const RecordedProgram* recorded = nullptr);

}  // namespace coroscope
