// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <array>
#include <bit>
#include <vector>

#include "app/style/palette.h"
#include "core/timeline/coverage.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace coroscope {

/// Four numbers that are reckoned with at once: the channels of a colour, blue first, in 0 to 255.
using MixColour = float __attribute__((vector_size(16)));

[[nodiscard]] inline MixColour toMix(QRgb rgb) noexcept
{
    return MixColour{static_cast<float>(qBlue(rgb)), static_cast<float>(qGreen(rgb)),
                     static_cast<float>(qRed(rgb)), 255};
}
/// Rounds down.
[[nodiscard]] inline QRgb toRgb(const MixColour& colour) noexcept
{
    using Whole = int __attribute__((vector_size(16)));
    const Whole whole = __builtin_convertvector(colour, Whole);
#ifdef __SSE2__
    const __m128i words = _mm_packs_epi32(std::bit_cast<__m128i>(whole), _mm_setzero_si128());
    const __m128i bytes = _mm_packus_epi16(words, words);
    return 0xFF000000U | static_cast<QRgb>(_mm_cvtsi128_si32(bytes));
#else
    return 0xFF000000U | static_cast<QRgb>(whole[2]) << 16 | static_cast<QRgb>(whole[1]) << 8 |
           static_cast<QRgb>(whole[0]);
#endif
}

/// What StatePainter draws of a bar that goes on and on, as pixels: hatch, stripes and dots stand
/// still in the world. One of each state, for one height and one scale.
class BarTexture {
public:
    BarTexture(const Palette& palette, SegmentState state, double barHeight, double scale);

    /// The pixels of a scanline, to be repeated every period() pixels of the world, and the next
    /// `beyond` ones.
    [[nodiscard]] const QRgb* line(int y) const { return m_pixels.data() + y * stride(); }
    static constexpr int beyond = 32;
    [[nodiscard]] int period() const noexcept { return m_period; }
    /// How much of a scanline the bar covers, 0 to 1, and its mean colour where it does.
    [[nodiscard]] float cover(int y) const { return m_covers[static_cast<std::size_t>(y)]; }
    [[nodiscard]] const MixColour& mean(int y) const
    {
        return m_means[static_cast<std::size_t>(y)];
    }
    /// [top, bottom) of the scanlines that have anything.
    [[nodiscard]] int top() const noexcept { return m_top; }
    [[nodiscard]] int bottom() const noexcept { return m_bottom; }
    /// Of the rounded ends, in pixels; and what lies around them, if it has an edge.
    [[nodiscard]] double radius() const noexcept { return m_radius; }
    [[nodiscard]] bool isEdged() const noexcept { return m_isEdged; }
    [[nodiscard]] QRgb edge() const noexcept { return m_edge; }
    /// Whether it consists of marks with nothing between them.
    [[nodiscard]] bool isBroken() const noexcept { return m_isBroken; }

private:
    void readLines(const QImage& drawn);
    [[nodiscard]] int stride() const noexcept { return m_period + beyond; }

    std::vector<QRgb> m_pixels;
    std::vector<float> m_covers;
    std::vector<MixColour> m_means;
    int m_period = 1;
    int m_top = 0;
    int m_bottom = 0;
    double m_radius = 0;
    bool m_isEdged = false;
    bool m_isBroken = false;
    QRgb m_edge = 0;
};

/// All that a raster of bars needs to look like StatePainter's: made once for a theme, a height of
/// rows and a scale.
class BarLook {
public:
    /// `barHeight` in logical pixels.
    BarLook(const Palette& palette, double barHeight, double scale);

    [[nodiscard]] int height() const noexcept { return m_height; }  ///< in device pixels
    [[nodiscard]] double scale() const noexcept { return m_scale; }
    [[nodiscard]] const BarTexture& texture(SegmentState state) const
    {
        return m_textures[static_cast<std::size_t>(state)];
    }

    /// Scanlines that are mixed alike, and what of.
    struct Mix {
        std::array<float, laneCount> cover{};
        std::array<MixColour, laneCount> colour{};
        std::vector<int> lines;
    };
    [[nodiscard]] const std::vector<Mix>& mixes() const noexcept { return m_mixes; }
    /// For rows too low for bars: every state over all of the height.
    [[nodiscard]] const Mix& flatMix() const noexcept { return m_flat; }

private:
    void findMixes();

    int m_height;
    double m_scale;
    std::vector<BarTexture> m_textures;  // by state
    std::vector<Mix> m_mixes;
    Mix m_flat;
};

/// The state that a lane of Coverage looks like.
[[nodiscard]] SegmentState stateOf(Lane lane) noexcept;

}  // namespace coroscope
