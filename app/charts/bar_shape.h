// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/charts/bar_ends.h"
#include "app/charts/bar_look.h"
#include "app/charts/blend_pixels.h"

namespace coroscope {

/// The pixels of a window that a bar lies in, from the bar's first scanline on.
struct BarPixels {
    QRgb* first = nullptr;
    std::ptrdiff_t stride = 0;  ///< from one scanline to the next, in pixels

    [[nodiscard]] QRgb* line(int y) const { return first + y * stride; }
};

/// The part of a bar, with its round ends and its texture, that lies in a window. Drawn over what
/// is there, each column alike wherever the window begins.
///
/// Units   device pixels; opacities are 0 to 256
class BarShape {
public:
    /// From `begin` to `end` of the window's columns. The texture and the tables must outlive it.
    BarShape(double begin, double end, const PixelWindow& window, const BarTexture& texture,
             const BarEndTables& ends);

    void draw(const BarPixels& pixels, unsigned opacity) const;

private:
    /// Columns, and where in the texture's period they begin.
    struct Columns {
        int from = 0;
        int to = 0;
        int phase = 0;
    };

    [[nodiscard]] int clipped(int x) const { return std::clamp(x, 0, m_count); }
    [[nodiscard]] Columns columns(int from, int to) const { return {from, to, inPeriod(from)}; }
    [[nodiscard]] int inPeriod(int x) const;
    /// Of 256.
    [[nodiscard]] unsigned coverOf(int y, unsigned opacity) const;
    [[nodiscard]] BlockCovers coversOf(int x, int fromEdge) const;
    void drawBroken(const BarPixels& pixels, unsigned opacity) const;
    void drawEnd(const BarPixels& pixels, const Columns& end, unsigned opacity) const;
    void drawMiddle(const BarPixels& pixels, unsigned opacity) const;

    int m_count;
    const BarTexture& m_texture;
    const BarEnds& m_ends;
    int m_left;
    int m_right;
    int m_leftPhase;
    int m_rightPhase;
    unsigned m_origin;  // of the window, in the texture's period
    Columns m_head;
    Columns m_middle;  // which is all covered
    Columns m_tail;
};

}  // namespace coroscope
