// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <cstdint>
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

    /// Writes as many colours, mixed over `ground`.
    void mix(const BarLook::Mix& look, const QRgb* ground, QRgb* colours) const;

    /// Both at once, for lines that many rows share: without marks, and quick where little changes.
    static void mixExactly(const Coverage& coverage, int count, const BarLook::Mix& look,
                           const QRgb* ground, QRgb* colours);

private:
    // Of 65535; for each lane all pixels, for eight of them to be reckoned with at once.
    std::array<std::vector<std::uint16_t>, laneCount> m_parts;
    std::size_t m_count = 0;  // pixels; the parts are padded to a multiple of eight
};

}  // namespace coroscope
