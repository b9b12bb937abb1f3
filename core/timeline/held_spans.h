// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/trace/trace.h"

namespace coroscope {

/// While this lasted, one task held the loop's thread and nobody else could run.
struct HeldSpan {
    Ticks begin{};
    Ticks end{};
    TaskId task;
    std::uint32_t event = 0;  ///< the Block that begins it

    [[nodiscard]] Ticks length() const noexcept { return end - begin; }
};

/// Every blocking call or computation of a task or main that lasted for at least so long, in order.
/// One that has not ended lasts until the trace's end. Cost  O(events)
[[nodiscard]] std::vector<HeldSpan> heldSpans(const Trace& trace, Ticks least);

}  // namespace coroscope
