// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/line_mixer.h"

#include <bit>
#include <utility>

namespace coroscope {
namespace {

constexpr float fullMarkUpTo = 4;  // segments in a pixel: a step and what is around it
constexpr std::array mattersMost{Lane::Blocking, Lane::Running, Lane::Ready, Lane::Suspended};

}  // namespace

void LineMixer::setCoverage(const Coverage& coverage, int count, bool hasMarks)
{
    const auto columns = static_cast<std::size_t>(count);
    m_parts.resize(columns);
    m_isLikeLast.resize(columns);
    using Sums = std::int32_t __attribute__((vector_size(16)));
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
        if (hasMarks && pixel.segments > 0)
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
    // The fourth channel says how much of the ground is covered.
    std::array<MixColour, laneCount> over;
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
        over[lane] = look.colour[lane] * look.cover[lane];
        over[lane][3] = look.cover[lane];
    }
    for (std::size_t x = 0; x < m_parts.size(); ++x) {
        if (m_isLikeLast[x] != 0 && ground[x] == ground[x - 1]) {
            colours[x] = colours[x - 1];
            continue;
        }
        const Parts& parts = m_parts[x];
        const MixColour sum =
            parts[0] * over[0] + parts[1] * over[1] + parts[2] * over[2] + parts[3] * over[3];
        colours[x] = toRgb(toMix(ground[x]) * (1 - sum[3]) + sum + 0.5F);
    }
}

}  // namespace coroscope
