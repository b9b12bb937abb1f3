// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <bit>
#include <cstdint>
#include <cstring>

/// Pixels laid over others. Covers are 0 to 256.
namespace coroscope {

// Written so that g++ finds an instruction of SSE2 for each of them: 8 bytes are loaded at once,
// and shuffles double what is in the lower half.
using EightBytes = std::uint8_t __attribute__((vector_size(8)));
using SixteenBytes = std::uint8_t __attribute__((vector_size(16)));
using Words = std::uint16_t __attribute__((vector_size(16)));

/// Of four pixels, in the lower half.
using FourCovers = std::int16_t __attribute__((vector_size(16)));

[[nodiscard]] inline SixteenBytes eightBytesAt(const void* place)
{
    EightBytes bytes;
    std::memcpy(&bytes, place, sizeof bytes);
    return __builtin_shufflevector(bytes, EightBytes{}, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
                                   13, 14, 15);
}

/// The channels of two pixels.
[[nodiscard]] inline Words channelsAt(const QRgb* two)
{
    return std::bit_cast<Words>(__builtin_shufflevector(
        eightBytesAt(two), SixteenBytes{}, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
}

/// Where two ends of a shape meet in a pixel: what neither leaves out.
[[nodiscard]] inline FourCovers bothOf(const std::uint16_t* left, const std::uint16_t* right)
{
    const FourCovers both = std::bit_cast<FourCovers>(eightBytesAt(left)) +
                            std::bit_cast<FourCovers>(eightBytesAt(right)) - std::int16_t{256};
    return both & (both > 0);
}

[[nodiscard]] inline FourCovers lesserOf(const FourCovers& a, const FourCovers& b)
{
    return a < b ? a : b;
}

/// How much of four pixels a shape covers, and how much of them lies within its edge; the former
/// is nowhere less.
struct BlockCovers {
    FourCovers shape;
    FourCovers inside;

    [[nodiscard]] BlockCovers faded(unsigned opacity) const
    {
        if (opacity == 256)
            return *this;
        const auto factor = static_cast<std::uint16_t>(opacity);
        return {std::bit_cast<FourCovers>(std::bit_cast<Words>(shape) * factor >> 8),
                std::bit_cast<FourCovers>(std::bit_cast<Words>(inside) * factor >> 8)};
    }
};

/// Lays an edge over four pixels as far as a shape covers them, and within it four pixels of
/// `fill`.
inline void blendFour(QRgb* pixels, QRgb edge, const QRgb* fill, const BlockCovers& covers)
{
    const QRgb edges[2] = {edge, edge};
    const Words around = channelsAt(edges);
    const auto blendTwo = [&](QRgb* two, const QRgb* filling, const Words& shape,
                              const Words& inside) {
        const Words under = channelsAt(two);
        // Each product may wrap around; the sum fits.
        const Words sum = (under << 8) + shape * (around - under) +
                          inside * (channelsAt(filling) - around) + std::uint16_t{128};
        const EightBytes bytes = __builtin_convertvector(sum >> 8, EightBytes);
        std::memcpy(two, &bytes, sizeof bytes);
    };
    const auto twice = [](const FourCovers& four) {
        return __builtin_shufflevector(four, four, 0, 0, 1, 1, 2, 2, 3, 3);
    };
    const auto firstTwo = [](const FourCovers& doubled) {
        return std::bit_cast<Words>(
            __builtin_shufflevector(doubled, doubled, 0, 1, 0, 1, 2, 3, 2, 3));
    };
    const auto lastTwo = [](const FourCovers& doubled) {
        return std::bit_cast<Words>(
            __builtin_shufflevector(doubled, doubled, 4, 5, 4, 5, 6, 7, 6, 7));
    };
    const FourCovers shape = twice(covers.shape);
    const FourCovers inside = twice(covers.inside);
    blendTwo(pixels, fill, firstTwo(shape), firstTwo(inside));
    blendTwo(pixels + 2, fill + 2, lastTwo(shape), lastTwo(inside));
}

/// The same of the first `count` of four pixels, where no more are to be touched.
inline void blendBlock(QRgb* pixels, int count, QRgb edge, const QRgb* fill,
                       const BlockCovers& covers)
{
    if (count == 4) {
        blendFour(pixels, edge, fill, covers);
        return;
    }
    QRgb copy[4] = {};
    const auto bytes = static_cast<std::size_t>(count) * sizeof(QRgb);
    std::memcpy(copy, pixels, bytes);
    blendFour(copy, edge, fill, covers);
    std::memcpy(pixels, copy, bytes);
}

[[nodiscard]] inline QRgb blended(QRgb under, QRgb over, unsigned cover)
{
    constexpr QRgb twoOfFour = 0x00FF00FF;
    constexpr QRgb half = 0x00800080;
    const auto two = [&](int shift) {
        return (under >> shift & twoOfFour) * (256 - cover) + (over >> shift & twoOfFour) * cover +
               half;
    };
    return (two(0) >> 8 & twoOfFour) | (two(8) & ~twoOfFour);
}

}  // namespace coroscope
