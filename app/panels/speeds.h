// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>

#include "core/base/ticks.h"

namespace coroscope {

/// How many seconds of the program pass in one second, to choose from.
inline constexpr std::array speeds{0.1,  0.2,  0.5,   1.0,   2.0,   5.0,   10.0,
                                   20.0, 50.0, 100.0, 200.0, 500.0, 1000.0};

/// The speed, in one digit, at which a program of this length plays in about 8 s. 1 for no time.
[[nodiscard]] double autoSpeed(Ticks total);

/// "2×", "0.1×"
[[nodiscard]] QString speedText(double speed);

}  // namespace coroscope
