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
    m_parts.resize(columns);
    m_isLikeLast.resize(columns);
    Sums sum{};
    bool isPlain = false;
    for (std::size_t x = 0; x < columns; ++x) {
        const Coverage::Pixel& pixel = coverage.pixels()[x];
        const bool wasPlain = std::exchange(isPlain, pixel.isPlain());
        m_isLikeLast[x] = isPlain && wasPlain ? 1 : 0;
        if (m_isLikeLast[x] != 0) {
            m_parts[x] = m_parts[x - 1];
            continue;
        }
        sum += std::bit_cast<Sums>(pixel.change);
        m_parts[x] = __builtin_convertvector(sum, Parts) * (1.0F / Coverage::whole);
        if (pixel.segments > 0)
            mark(m_parts[x], pixel);
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

void LineMixer::mix(const BarLook::Mix& look, const QRgb* ground, QRgb* colours) const
{
    const Over over(look);
    for (std::size_t x = 0; x < m_parts.size(); ++x) {
        const bool isLikeLast = m_isLikeLast[x] != 0 && ground[x] == ground[x - 1];
        colours[x] = isLikeLast ? colours[x - 1] : over.mixed(m_parts[x], ground[x]);
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
