// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/scenario/run.h"
#include "core/scenario/scenario.h"

namespace coroscope::scenario {

/// What can be done about a program, so that it can be tried what that would bring.
enum class Fix : std::uint8_t {
    /// Calls that are awaited one after the other, none with another's result among its arguments,
    /// are all started before the first is awaited. Under `sequential`: what `gather` does.
    GatherAwaits,
    /// Each `block` in a coroutine goes to the executor.
    UnblockLoop,
};

/// A program with a fix applied, everywhere in it.
struct FixedProgram {
    Scenario scenario;
    std::string program;
};

/// Nothing if there is no such program, if it knows no loop, or has nothing of the kind to fix.
[[nodiscard]] std::optional<FixedProgram> fixed(const Scenario& scenario, std::string_view program,
                                                Fix fix);

/// How much sooner the program would end with the fix, found out by running it; negative if later.
/// `total`: when it ends as it is. Nothing if there is nothing to fix, or it then ends otherwise
/// than well. Cost  one run
[[nodiscard]] std::optional<Ticks> predictedGain(const Scenario& scenario, std::string_view program,
                                                 Fix fix, const RunOptions& options, Ticks total);

}  // namespace coroscope::scenario
