// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/random/sketch.h"

namespace coroscope::test {

/// "functions" and "mains" of a scenario in which many tasks want one object, and some are
/// cancelled while they wait for it. `sketch` has the objects.
[[nodiscard]] Json contentionParts(Dice& dice, Sketch& sketch);

}  // namespace coroscope::test
