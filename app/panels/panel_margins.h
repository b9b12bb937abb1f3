// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

/// From a panel's edges to what is in it, in pixels.
inline constexpr int panelMargin = 16;
inline constexpr int panelRightMargin = 12;

}  // namespace coroscope
