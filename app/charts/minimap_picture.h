// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <vector>

#include "app/document/program_run.h"
#include "app/style/palette.h"

namespace coroscope {

/// When a task held the loop for so long that asyncio itself would complain, 100 ms; the longest
/// first.
///
/// Cost    O(segments) of the tasks that held it
[[nodiscard]] std::vector<TimeSpan> heldSpans(const Timeline& timeline);

/// All of a run from 0 to `total` in `size` pixels: its tasks in order of creation from top to
/// bottom, and over them heldSpans(); of those that are narrower than a pixel the longest, not to
/// flood it. Of tasks that share a line what stands out most is seen.
///
/// Cost    O(pixels), and for more than 256 tasks some 0.1 µs a segment
[[nodiscard]] QImage minimapPicture(const Timeline& timeline, Ticks total, const QSize& size,
                                    const Palette& palette);

}  // namespace coroscope
