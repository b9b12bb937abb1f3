// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace coroscope {

/// Whether nothing should move that need not: as it was chosen, else as the system's style asks
/// (it animates for no time at all).
[[nodiscard]] bool reducesMotion();

/// None: as the system asks.
void setReducesMotion(std::optional<bool> reduces);

}  // namespace coroscope
