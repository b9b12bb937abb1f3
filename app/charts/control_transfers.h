// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/document/program_run.h"

class QPainter;

namespace coroscope {

struct ChartState;

/// Control passing from one task to the next.
struct ControlTransfer {
    int fromTrack = 0;
    int toTrack = 0;
    std::uint32_t fromEvent = 0;  ///< by which the one stopped
    std::uint32_t toEvent = 0;    ///< by which the other starts
    bool hasSlept = false;        ///< the loop, in between

    friend bool operator==(const ControlTransfer&, const ControlTransfer&) = default;
};

/// All of a program's, in order. Jobs and threads, which run beside the loop, take no part.
///
/// Cost    O(segments · log segments)
[[nodiscard]] std::vector<ControlTransfer> controlTransfersOf(const ProgramRun& run);

/// As thin arrows between the visible rows: dashed where the loop slept.
void drawControlTransfers(QPainter& painter, const ChartState& state,
                          const std::vector<ControlTransfer>& transfers);

}  // namespace coroscope
