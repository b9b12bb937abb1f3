// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/base/ticks.h"

namespace coroscope {

/// One mark of the time axis. Its grid line is always drawn, its label only if there is one.
struct Tick {
    Ticks time{};
    bool hasLabel = true;

    friend bool operator==(const Tick&, const Tick&) = default;
};

/// The least step of the ladder 1, 2, 5, 10, 20, ... ns that gives at most ten ticks over `span`,
/// at least `leastSpacing` pixels apart on an axis `width` pixels wide.
[[nodiscard]] Ticks tickStep(TimeSpan span, double width, double leastSpacing);

/// The ticks of an axis in order, and the end of the program, `total`, if it is in view: it is what
/// one looks for first, so a tick whose label would touch the end's loses its label.
/// Both ends of `span` count as in view.
[[nodiscard]] std::vector<Tick> ticksOf(TimeSpan span, Ticks total, double width);

/// "5 s", in the unit that suits the end of the axis.
[[nodiscard]] QString tickText(Ticks time, TimeSpan span);

}  // namespace coroscope
