// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "app/document/program_run.h"

namespace coroscope {

/// Where a playhead over several programs halts. All programs step in lockstep: within an instant
/// each one takes its next stop with every step, so that what is alike in them happens together.
///
/// Order   by time, then by a stop's number in its instant. A step never moves a program the other
///         way, even when the unit changes between steps; a program that another one's unit has
///         carried further may then skip a stop.
/// Cost    O(events of the instants between the two positions)

/// Before the first event of every program.
[[nodiscard]] PlayPosition beginning() noexcept;

/// After the last event of the longest program; the beginning when there is no program.
[[nodiscard]] PlayPosition ending(std::span<const ProgramRunPtr> runs);

[[nodiscard]] Ticks longestTotal(std::span<const ProgramRunPtr> runs);

/// Just after event number `event` of `run`. Precondition: it has that many.
[[nodiscard]] PlayPosition positionAfter(const ProgramRun& run, std::size_t event);

/// The next stop of any of the programs; the ending if there is none.
[[nodiscard]] PlayPosition nextPosition(std::span<const ProgramRunPtr> runs,
                                        const PlayPosition& from, StepUnit unit);

/// The stop before; the beginning if there is none.
[[nodiscard]] PlayPosition previousPosition(std::span<const ProgramRunPtr> runs,
                                            const PlayPosition& from, StepUnit unit);

}  // namespace coroscope
