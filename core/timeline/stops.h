// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

/// How far one step of the playhead goes.
enum class StepUnit : std::uint8_t {
    AwaitPoint,  ///< to where a task is about to give up control, or to block
    Event,
    LoopTurn,
};

/// A place where stepping halts: the moment at which the first `eventCount` events of the trace
/// have happened.
struct Stop {
    Ticks time{};
    std::uint32_t eventCount = 0;

    friend bool operator==(const Stop&, const Stop&) = default;
};

/// Whether stepping by `unit` halts just before an event of this kind.
[[nodiscard]] bool haltsBefore(EventKind kind, StepUnit unit) noexcept;

/// All stops of a trace, in order. At an AwaitPoint the task that is about to suspend, to block or
/// to be done still runs, and has printed all that it prints in this step. The last stop, for
/// every unit, is the end of the trace.
///
/// Cost    O(events)
[[nodiscard]] std::vector<Stop> stopsOf(const Trace& trace, StepUnit unit);

}  // namespace coroscope
