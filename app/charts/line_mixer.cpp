// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/line_mixer.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace coroscope {
namespace {

constexpr int wholePart = 65535;
constexpr float fullMarkUpTo = 4;  // segments in a pixel: a step and what is around it
using Sums = std::int32_t __attribute__((vector_size(16)));

// The states' colours over some ground.
class Over {
public:
    explicit Over(const BarLook::Mix& look)
    {
        // The fourth channel says how much of the ground is covered.
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            m_lanes[lane] = look.colour[lane] * look.cover[lane];
            m_lanes[lane][3] = look.cover[lane];
        }
    }

    [[nodiscard]] QRgb mixed(const MixColour& parts, QRgb ground) const
    {
        const MixColour sum = parts[0] * m_lanes[0] + parts[1] * m_lanes[1] +
                              parts[2] * m_lanes[2] + parts[3] * m_lanes[3];
        return toRgb(toMix(ground) * (1 - sum[3]) + sum + 0.5F);
    }

private:
    std::array<MixColour, laneCount> m_lanes;
};

// For the lanes of which a pixel has a share, a bit for each: all bits of the lane that matters
// most, or nothing.
constexpr std::array mattersMost = [] {
    std::array<Sums, 1 << laneCount> most{};
    for (const Lane lane : {Lane::Suspended, Lane::Ready, Lane::Running, Lane::Blocking}) {
        for (std::size_t present = 0; present < most.size(); ++present) {
            const auto bit = static_cast<int>(lane);
            if ((present >> bit & 1) != 0)
                most[present] = Sums{bit == 0, bit == 1, bit == 2, bit == 3} * -1;
        }
    }
    return most;
}();

float sumOf(const MixColour& parts)
{
    return parts[0] + parts[1] + parts[2] + parts[3];
}

// How much of a pixel a mark is at least, by how many segments share the pixel.
constexpr std::array leastMarks = [] {
    std::array<float, 256> least{};
    for (std::size_t segments = 1; segments < least.size(); ++segments)
        least[segments] = std::min(1.0F, fullMarkUpTo / static_cast<float>(segments));
    return least;
}();

float leastMark(const Coverage::Pixel& pixel)
{
    if (pixel.present == 0)
        return 0;
    return pixel.segments < leastMarks.size() ? leastMarks[pixel.segments]
                                              : fullMarkUpTo / static_cast<float>(pixel.segments);
}

// With the mark of what matters most. Without branches, which none could foresee; and lanes are
// picked out by masks, since a lane that was written alone could not be read with the others.
MixColour marked(const MixColour& parts, const Coverage::Pixel& pixel)
{
    const Sums most = mattersMost[pixel.present];
    const MixColour own = std::bit_cast<MixColour>(std::bit_cast<Sums>(parts) & most);
    const MixColour others = parts - own;
    const float mark = std::max(sumOf(own), leastMark(pixel));
    const float shrunk = std::min(1.0F, (1 - mark) / sumOf(others));  // 0 / 0 yields 1
    const MixColour lanes{mark, mark, mark, mark};
    return std::bit_cast<MixColour>(std::bit_cast<Sums>(lanes) & most) + others * shrunk;
}

// One number of each of eight pixels.
using Eight = std::uint16_t __attribute__((vector_size(16)));

Eight eightAt(const void* place)
{
    Eight numbers;
    std::memcpy(&numbers, place, sizeof numbers);
    return numbers;
}

Eight all(unsigned number)
{
    return Eight{} + static_cast<std::uint16_t>(number);
}

// The products' upper halves.
Eight highOf(const Eight& a, const Eight& b)
{
#ifdef __SSE2__
    return std::bit_cast<Eight>(
        _mm_mulhi_epu16(std::bit_cast<__m128i>(a), std::bit_cast<__m128i>(b)));
#else
    using Wide = std::uint32_t __attribute__((vector_size(32)));
    return __builtin_convertvector(
        __builtin_convertvector(a, Wide) * __builtin_convertvector(b, Wide) >> 16, Eight);
#endif
}

// A channel of eight pixels: 0 is blue.
Eight channelOf(const QRgb* pixels, int channel)
{
    using Four = std::uint32_t __attribute__((vector_size(16)));
    const auto half = [&](int first) {
        const auto four = std::bit_cast<Four>(eightAt(pixels + first));
        return std::bit_cast<Eight>(four >> 8 * channel & 0xFF);
    };
    return __builtin_shufflevector(half(0), half(4), 0, 2, 4, 6, 8, 10, 12, 14);
}

// The states' colours over some ground, eight pixels at once.
class EightMixer {
public:
    using Parts = std::array<Eight, laneCount>;

    explicit EightMixer(const BarLook::Mix& look)
    {
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            m_cover[lane] = all(static_cast<unsigned>(look.cover[lane] * wholePart));
            for (int channel = 0; channel < 3; ++channel)
                m_colour[lane][static_cast<std::size_t>(channel)] =
                    all(static_cast<unsigned>(look.colour[lane][channel] * 256));
        }
    }

    void mix(Parts parts, const QRgb* ground, QRgb* mixed) const
    {
        Eight rest = all(wholePart);
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            parts[lane] = highOf(parts[lane], m_cover[lane]);
            rest -= parts[lane];
        }
        const auto channel = [&](int number) {
            Eight sum = highOf(channelOf(ground, number) << 8, rest) + std::uint16_t{128};
            for (std::size_t lane = 0; lane < laneCount; ++lane)
                sum += highOf(m_colour[lane][static_cast<std::size_t>(number)], parts[lane]);
            return Eight(sum >> 8);
        };
        const Eight low = channel(0) | channel(1) << 8;
        const Eight high = channel(2) | std::uint16_t{0xFF00};
        const Eight first = __builtin_shufflevector(low, high, 0, 8, 1, 9, 2, 10, 3, 11);
        const Eight second = __builtin_shufflevector(low, high, 4, 12, 5, 13, 6, 14, 7, 15);
        std::memcpy(mixed, &first, sizeof first);
        std::memcpy(mixed + 4, &second, sizeof second);
    }

private:
    Parts m_cover{};
    std::array<std::array<Eight, 3>, laneCount> m_colour{};
};

}  // namespace

void LineMixer::setCoverage(const Coverage& coverage, int count)
{
    m_count = static_cast<std::size_t>(count);
    for (std::vector<std::uint16_t>& parts : m_parts)
        parts.resize((m_count + 7) / 8 * 8);
    const std::array lanes{m_parts[0].data(), m_parts[1].data(), m_parts[2].data(),
                           m_parts[3].data()};
    Sums sum{};
    for (std::size_t x = 0; x < m_count; ++x) {
        const Coverage::Pixel& pixel = coverage.pixels()[x];
        sum += std::bit_cast<Sums>(pixel.change);
        const MixColour exact = __builtin_convertvector(sum, MixColour) * (1.0F / Coverage::whole);
        const Sums whole = __builtin_convertvector(marked(exact, pixel) * wholePart, Sums);
        lanes[0][x] = static_cast<std::uint16_t>(whole[0]);
        lanes[1][x] = static_cast<std::uint16_t>(whole[1]);
        lanes[2][x] = static_cast<std::uint16_t>(whole[2]);
        lanes[3][x] = static_cast<std::uint16_t>(whole[3]);
    }
}

// In whole numbers, which fall short of the exact colour by less than 1 of 255.
void LineMixer::mix(const BarLook::Mix& look, const QRgb* ground, QRgb* colours) const
{
    const EightMixer mixer(look);
    const auto mixAt = [&](std::size_t x, const QRgb* under, QRgb* mixed) {
        mixer.mix({eightAt(&m_parts[0][x]), eightAt(&m_parts[1][x]), eightAt(&m_parts[2][x]),
                   eightAt(&m_parts[3][x])},
                  under, mixed);
    };
    std::size_t x = 0;
    for (; x + 8 <= m_count; x += 8)
        mixAt(x, ground + x, colours + x);
    if (x < m_count) {
        QRgb under[8] = {};
        QRgb mixed[8];
        std::copy(ground + x, ground + m_count, under);
        mixAt(x, under, mixed);
        std::copy_n(mixed, m_count - x, colours + x);
    }
}

void LineMixer::mixExactly(const Coverage& coverage, int count, const BarLook::Mix& look,
                           const QRgb* ground, QRgb* colours)
{
    const Over over(look);
    const Coverage::Pixel* pixel = coverage.pixels().data();
    Sums sum{};
    bool isPlain = false;
    for (int x = 0; x < count; ++x, ++pixel) {
        const bool wasPlain = std::exchange(isPlain, pixel->isPlain());
        if (isPlain && wasPlain && ground[x] == ground[x - 1]) {
            colours[x] = colours[x - 1];
            continue;
        }
        sum += std::bit_cast<Sums>(pixel->change);
        colours[x] = over.mixed(__builtin_convertvector(sum, MixColour) * (1.0F / Coverage::whole),
                                ground[x]);
    }
}

}  // namespace coroscope
