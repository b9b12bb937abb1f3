// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/style/palette.h"

namespace coroscope {

/// The application's style sheet: the look of Qt's own widgets in the colours of `palette`. Slider
/// and check box are ControlStyle's, plain combo and spin boxes Fusion's. A tool button is bare;
/// with the property "look" it is "filled" (Play), "segment" (in a SegmentedControl).
[[nodiscard]] QString styleSheet(const Palette& palette);

}  // namespace coroscope
