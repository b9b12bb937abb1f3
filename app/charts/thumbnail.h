// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <span>

#include "app/document/program_run.h"

class QPainter;

namespace coroscope {

struct Palette;

/// Draws programs side by side as small as an icon: bars, steps and failures, without names and
/// axis. All have the same scale; main's row is left out where it has tasks or calls. In a program
/// that takes no time, and with `isByOrder` in all, each event is one unit wide and main is there.
///
/// Cost    O(segments of the first ten rows of each program)
void drawThumbnail(QPainter& painter, const QRectF& area, std::span<const ProgramRunPtr> runs,
                   const Palette& palette, bool isByOrder);

}  // namespace coroscope
