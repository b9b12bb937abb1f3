// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <vector>

#include "app/charts/bar_look.h"
#include "core/timeline/coverage.h"

namespace coroscope {

/// Turns the coverage of a line into colours.
///
/// A pixel is the exact mix of what happens in it, with one exception: what matters most in it
/// leaves a mark. Where few segments share a pixel the mark is full, as a bar of one pixel would
/// be; the more share it, the fainter, until only the mix is left. So a single short step is seen,
/// and a loop that is busy for a hundredth of its time does not look busy.
class LineMixer {
public:
    /// What each pixel is mixed of, with its mark.
    void setCoverage(const Coverage& coverage, int count);

    /// Writes count colours, mixed over `ground`.
    void mix(const BarLook::Mix& look, const QRgb* ground, QRgb* colours) const;

    /// Both at once, for lines that many rows share, and without marks.
    static void mixExactly(const Coverage& coverage, int count, const BarLook::Mix& look,
                           const QRgb* ground, QRgb* colours);

private:
    using Parts = MixColour;  // of the lanes

    static void mark(Parts& parts, const Coverage::Pixel& pixel);

    std::vector<Parts> m_parts;
    std::vector<std::uint8_t> m_isLikeLast;  // the pixel before it
};

}  // namespace coroscope
