// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "app/document/program_run.h"
#include "app/style/palette.h"

class QPainter;
class QRectF;

namespace coroscope {

/// The schedules of a scenario's programs side by side, small: bars and steps on one time scale,
/// with no names and no axis. Rows of main are left out where there are others, and rows beyond
/// those that fit. Shapes only, so it is sharp at every size and scale.
void drawThumbnail(QPainter& painter, const QRectF& area, std::span<const ProgramRunPtr> programs,
                   const Palette& palette);

}  // namespace coroscope
