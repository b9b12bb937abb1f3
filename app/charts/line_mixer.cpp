// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/line_mixer.h"

#include <bit>
#include <utility>

namespace coroscope {
namespace {

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

constexpr std::array mattersMost{Lane::Blocking, Lane::Running, Lane::Ready, Lane::Suspended};

}  // namespace

void LineMixer::setCoverage(const Coverage& coverage, int count)
{
    const auto columns = static_cast<std::size_t>(count);
    for (std::vector<float>& parts : m_parts)
        parts.resize(columns);
    Sums sum{};
    for (std::size_t x = 0; x < columns; ++x) {
        const Coverage::Pixel& pixel = coverage.pixels()[x];
        sum += std::bit_cast<Sums>(pixel.change);
        Parts parts = __builtin_convertvector(sum, Parts) * (1.0F / Coverage::whole);
        if (pixel.segments > 0)
            mark(parts, pixel);
        for (std::size_t lane = 0; lane < laneCount; ++lane)
            m_parts[lane][x] = parts[lane];
    }
}

void LineMixer::mark(Parts& parts, const Coverage::Pixel& pixel)
{
    for (const Lane lane : mattersMost) {
        const auto most = static_cast<std::size_t>(lane);
        if ((pixel.present >> most & 1) == 0)
            continue;
        const auto segments = static_cast<float>(pixel.segments);
        const float least = segments <= fullMarkUpTo ? 1 : fullMarkUpTo / segments;
        if (parts[most] >= least)
            return;
        const float others = parts[0] + parts[1] + parts[2] + parts[3] - parts[most];
        const float room = 1 - least;
        if (others > room)
            parts *= room / others;
        parts[most] = least;
        return;
    }
}

// Written for the compiler to reckon with several pixels at once.
void LineMixer::mix(const BarLook::Mix& look, const QRgb* ground, QRgb* colours) const
{
    const auto& cover = look.cover;
    const std::array lanes{m_parts[0].data(), m_parts[1].data(), m_parts[2].data(),
                           m_parts[3].data()};
    for (std::size_t x = 0; x < m_parts[0].size(); ++x) {
        const std::array<float, laneCount> parts{lanes[0][x] * cover[0], lanes[1][x] * cover[1],
                                                 lanes[2][x] * cover[2], lanes[3][x] * cover[3]};
        const float rest = 1 - (parts[0] + parts[1] + parts[2] + parts[3]);
        const auto channel = [&](int number) {
            const auto under = static_cast<float>(static_cast<int>(ground[x] >> 8 * number & 0xFF));
            const auto over = [&](std::size_t lane) {
                return parts[lane] * look.colour[lane][number];
            };
            const float sum = over(0) + over(1) + over(2) + over(3) + under * rest + 0.5F;
            return static_cast<QRgb>(static_cast<int>(sum)) << 8 * number;
        };
        colours[x] = 0xFF000000U | channel(2) | channel(1) | channel(0);
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
        colours[x] =
            over.mixed(__builtin_convertvector(sum, Parts) * (1.0F / Coverage::whole), ground[x]);
    }
}

}  // namespace coroscope
