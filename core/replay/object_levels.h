// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/replay/recorded_program.h"

namespace coroscope::replay {

/// What the uses of each object tell of it. Recordings call objects by their names: where two are
/// called the same, or a use was not seen, the levels do not fit and the object is not reliable.
/// Cost  O(events)
[[nodiscard]] std::vector<RecordedObject> objectLevels(const Trace& trace);

}  // namespace coroscope::replay
