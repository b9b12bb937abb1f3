// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/replay/recorded_program.h"

namespace coroscope::replay {

/// Something about a recorded program that could be otherwise.
struct Change {
    enum class Kind : std::uint8_t {
        /// `task` starts all `parts` at once and waits for them together, as gather does.
        Gather,
        /// The blocking call at `site`, of whichever task, is made on a thread; without a site, all
        /// of `task`.
        Offload,
    };

    /// One of several things that a task awaited one after the other: from its first suspension to
    /// its last.
    struct Part {
        std::uint32_t first = 0;  ///< event
        std::uint32_t last = 0;   ///< event
        SiteId site;              ///< where it was awaited

        friend bool operator==(const Part&, const Part&) = default;
    };

    Kind kind = Kind::Gather;
    TaskId task;
    SiteId site;
    std::vector<Part> parts;  ///< of Gather, at least two, in order

    friend bool operator==(const Change&, const Change&) = default;
};

/// What could be tried where `event`, a Suspend or a Block, happened; the outermost first. Calls
/// are told apart by their places in the source: passes of a loop are only if each made a task.
/// Whether one awaited thing needs what another found out, a trace does not tell.
/// Cost  O(events)
[[nodiscard]] std::vector<Change> changesAt(const Trace& trace, std::uint32_t event);

/// False, and nothing happens, if the program does nothing of the kind.
bool apply(const Change& change, RecordedProgram& program);

}  // namespace coroscope::replay
