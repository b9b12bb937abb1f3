// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/document/program_run.h"

namespace coroscope {

/// The events of one instant, [begin, end).
struct Instant {
    Ticks time{};
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Instant&, const Instant&) = default;
};

/// Those that the events [begin, end) belong to, in order, whole.
///
/// Cost    O(instants · log events)
[[nodiscard]] std::vector<Instant> instantsOf(const Trace& trace, std::size_t begin,
                                              std::size_t end);

}  // namespace coroscope
