// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/bar_look.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/style/state_painter.h"

namespace coroscope {
namespace {

constexpr double farAway = 40;  // of the ends, out of sight
constexpr int mostPeriods = 180;
constexpr int leastPeriod = 1024;  // so that short ones are not repeated all the time
constexpr double hatchStride = 6 * M_SQRT2;
constexpr double stripeStride = 9 * M_SQRT2;
constexpr double dotStride = 5;

double strideOf(SegmentState state)
{
    switch (state) {
    case SegmentState::Blocking: return stripeStride;
    case SegmentState::Waiting: return dotStride;
    default: return hatchStride;
    }
}

// A whole number of pixels that is nearly a whole number of strides.
int periodFor(double stride)
{
    int best = 0;
    double least = 1;
    for (int count = 1; count <= mostPeriods || best < leastPeriod; ++count) {
        const double rest = std::abs(count * stride - std::round(count * stride));
        const int period = static_cast<int>(std::lround(count * stride));
        if (period >= leastPeriod && rest < least) {
            least = rest;
            best = period;
        }
    }
    return best;
}

// Slanted stripes leave scanlines that differ by a rounding.
bool isSame(const MixColour& a, const MixColour& b)
{
    constexpr float rounding = 2.5F;
    return std::abs(a[0] - b[0]) < rounding && std::abs(a[1] - b[1]) < rounding &&
           std::abs(a[2] - b[2]) < rounding;
}

bool isSame(const BarLook::Mix& a, const BarLook::Mix& b)
{
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
        if (std::abs(a.cover[lane] - b.cover[lane]) > 0.02F ||
            !isSame(a.colour[lane], b.colour[lane]))
            return false;
    }
    return true;
}

}  // namespace

SegmentState stateOf(Lane lane) noexcept
{
    switch (lane) {
    case Lane::Running: return SegmentState::Running;
    case Lane::Ready: return SegmentState::Ready;
    case Lane::Blocking: return SegmentState::Blocking;
    case Lane::Suspended: return SegmentState::Suspended;
    case Lane::None: break;
    }
    return SegmentState::Unborn;
}

BarTexture::BarTexture(const Palette& palette, SegmentState state, double barHeight, double scale)
    : m_period(periodFor(strideOf(state) * scale)),
      m_isEdged(state == SegmentState::Suspended || state == SegmentState::InCall ||
                state == SegmentState::Ready),
      m_isBroken(state == SegmentState::Waiting)
{
    const auto height = static_cast<int>(std::lround(barHeight * scale));
    QImage drawn(m_period, std::max(1, height), QImage::Format_ARGB32);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.scale(scale, scale);
    const QRectF bar(-farAway, 0, m_period / scale + 2 * farAway, barHeight);
    StatePainter(palette).drawBar(painter, bar, state, 0);
    painter.end();
    readLines(drawn);
    const QRectF shape = StatePainter::shapeOf(bar, state);
    const double corner = state == SegmentState::Ready ? shape.height() / 2
                          : shape.height() < 16        ? 3
                                                       : 4;
    m_radius = std::min(corner, shape.height() / 2) * scale;
    m_edge = (state == SegmentState::Ready ? palette.readyEdge : palette.suspendedEdge).rgb();
}

void BarTexture::readLines(const QImage& drawn)
{
    m_pixels.resize(static_cast<std::size_t>(stride()) * static_cast<std::size_t>(drawn.height()));
    m_bottom = 0;
    m_top = drawn.height();
    for (int y = 0; y < drawn.height(); ++y) {
        const auto* const from = reinterpret_cast<const QRgb*>(drawn.constScanLine(y));
        QRgb* const to = m_pixels.data() + y * stride();
        for (int x = 0; x < stride(); ++x)
            to[x] = from[x % m_period];
        float cover = 0;
        MixColour sum{};
        for (int x = 0; x < m_period; ++x) {
            const float alpha = static_cast<float>(qAlpha(from[x])) / 255;
            cover += alpha;
            sum += toMix(from[x]) * alpha;
        }
        MixColour mean{};
        if (cover > 0) {
            mean = sum / cover;
            m_top = std::min(m_top, y);
            m_bottom = y + 1;
        }
        m_means.push_back(mean);
        m_covers.push_back(cover / static_cast<float>(m_period));
    }
}

BarLook::BarLook(const Palette& palette, double barHeight, double scale)
    : m_height(std::max(1, static_cast<int>(std::lround(barHeight * scale)))), m_scale(scale)
{
    for (int state = 0; state < segmentStateCount; ++state)
        m_textures.emplace_back(palette, static_cast<SegmentState>(state), barHeight, scale);
    findMixes();
}

void BarLook::findMixes()
{
    for (int y = 0; y < m_height; ++y) {
        Mix mix;
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            const BarTexture& shown = texture(stateOf(static_cast<Lane>(lane)));
            mix.cover[lane] = shown.cover(y);
            mix.colour[lane] = shown.mean(y);
        }
        const auto same =
            std::ranges::find_if(m_mixes, [&](const Mix& known) { return isSame(known, mix); });
        Mix& chosen = same == m_mixes.end() ? m_mixes.emplace_back(mix) : *same;
        chosen.lines.push_back(y);
    }
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
        m_flat.cover[lane] = 1;
        m_flat.colour[lane] = texture(stateOf(static_cast<Lane>(lane))).mean(m_height / 2);
    }
}

}  // namespace coroscope
