// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/base/ticks.h"

namespace coroscope {

/// A duration as two texts, so that a view can set the unit smaller than the number.
struct TimeText {
    std::string number;
    std::string unit;

    [[nodiscard]] std::string joined() const { return number + ' ' + unit; }
};

/// A duration in the largest unit (h, min, s, ms, µs, ns) that leaves at least one before the
/// point, with `decimals` digits behind it; 0 is in seconds. Minutes only from 10 min, hours from
/// 3 h, so that the totals of one comparison rarely differ in their unit.
[[nodiscard]] TimeText timeText(Ticks t, int decimals = 2);

/// The same in the unit that suits `scale`: for texts that stand side by side.
[[nodiscard]] TimeText timeTextLike(Ticks t, Ticks scale, int decimals = 2);

/// Like timeTextLike, without trailing zeros: "10 s", "2.5 s". For axes and bar labels.
[[nodiscard]] std::string shortTimeText(Ticks t, Ticks scale);

/// Seconds as Python would write the number: "10", "2.5", "0.001".
[[nodiscard]] std::string secondsText(Ticks t);

}  // namespace coroscope
