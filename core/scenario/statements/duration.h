// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "core/scenario/expression.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

/// What Python does with a duration first, which is what it says of one that is no number.
enum class DurationUse {
    Compare,  ///< asyncio.sleep, wait_for: `delay <= 0`
    Maximum,  ///< time.sleep(max(0, delay))
    Add,      ///< asyncio.timeout, wait: `loop.time() + delay`
};

/// As durationOf(). Errors: PythonError (TypeError) for what is no number, in Python's words.
[[nodiscard]] Ticks durationOf(const Value& value, DurationUse use);

/// The same for a time limit: none for None.
[[nodiscard]] std::optional<Ticks> limitOf(const Value& value, DurationUse use);

}  // namespace coroscope::scenario
