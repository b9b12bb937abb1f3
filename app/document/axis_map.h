// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/axis_mode.h"
#include "app/document/program_run.h"

namespace coroscope {

/// Where the moments and segments of one program lie on the axis.
///
/// On the time axis a place is an instant. On the order axis it is a number of events: event n of
/// the trace takes up the unit from n to n + 1, and a segment lasts from the event that began it up
/// to the one that ended it. Places of both are Ticks, so that all that works on an axis (zoom,
/// visible range, pixels) works on either.
///
/// Lifetime  keeps a reference to the run
class AxisMap {
public:
    static constexpr Ticks unit{1000};  ///< of the order axis

    AxisMap(AxisKind kind, const ProgramRun& run) noexcept : m_kind(kind), m_run(run) {}

    [[nodiscard]] AxisKind kind() const noexcept { return m_kind; }

    /// Where an event begins. Precondition: not more than the trace has; that many: its end.
    [[nodiscard]] Ticks placeOf(std::size_t event) const;
    [[nodiscard]] TimeSpan spanOf(const Segment& segment) const;

    /// Where the playhead stands: on the order axis in the middle of the last event that happened.
    [[nodiscard]] Ticks placeOf(const PlayPosition& position) const;
    /// The moment at a place: on the order axis just after the event there, with its exact time.
    [[nodiscard]] PlayPosition positionAt(Ticks place) const;
    /// The time at a place: that of the event there.
    [[nodiscard]] Ticks timeAt(Ticks place) const;

    /// The first segment of a row that touches `place`.
    [[nodiscard]] std::size_t firstTouching(const SegmentColumn& segments, Ticks place) const;

    /// Where the program ends.
    [[nodiscard]] Ticks end() const;

private:
    [[nodiscard]] std::size_t eventAt(Ticks place) const;

    AxisKind m_kind;
    const ProgramRun& m_run;
};

}  // namespace coroscope
