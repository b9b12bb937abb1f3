// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

/// From a panel's edge to its text, in pixels.
inline constexpr int panelMargin = 16;

}  // namespace coroscope
