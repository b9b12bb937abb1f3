// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/models/loop_model.h"

namespace coroscope {

/// What LoopModel shows of `moment`, at `time`, in the user's language. `isAsync`: the program has
/// an event loop.
[[nodiscard]] std::vector<LoopLine> loopLines(const ProgramRun& run, const Moment& moment,
                                              Ticks time, bool isAsync);

}  // namespace coroscope
