// SPDX-License-Identifier: GPL-3.0-or-later
// How far apart the states' colours are for the colour-blind: the model of Machado, Oliveira and
// Fernandes (2009) at severity 1, distances as Delta E of 1976.
#include <QColor>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "app/style/palette.h"
#include "tests/benchmark/chart/report.h"

namespace coroscope::benchmark {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr std::array<Matrix, 3> visions{{
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},  // protanopia
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},  // deuteranopia
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},  // tritanopia
}};
constexpr Matrix toXyz{{{0.4124564, 0.3575761, 0.1804375},
                        {0.2126729, 0.7151522, 0.0721750},
                        {0.0193339, 0.1191920, 0.9503041}}};
constexpr Vector white{0.95047, 1, 1.08883};

Vector times(const Matrix& matrix, const Vector& vector)
{
    Vector product{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t i = 0; i < 3; ++i)
            product[row] += matrix[row][i] * vector[i];
    }
    return product;
}

Vector linear(const QColor& colour)
{
    Vector channels{colour.redF(), colour.greenF(), colour.blueF()};
    for (double& c : channels)
        c = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    return channels;
}

Vector toLab(const Vector& rgb)
{
    Vector f = times(toXyz, rgb);
    for (std::size_t i = 0; i < 3; ++i) {
        const double t = f[i] / white[i];
        f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double leastDistance(const Palette& p)
{
    const std::array colours{p.run, p.ready, p.block, p.suspendedFill};
    double least = std::numeric_limits<double>::max();
    for (const Matrix& vision : visions) {
        for (std::size_t a = 0; a < colours.size(); ++a) {
            for (std::size_t b = a + 1; b < colours.size(); ++b) {
                Vector seenA = times(vision, linear(colours[a]));
                Vector seenB = times(vision, linear(colours[b]));
                for (Vector* seen : {&seenA, &seenB}) {
                    for (double& c : *seen)
                        c = std::clamp(c, 0.0, 1.0);
                }
                const Vector labA = toLab(seenA);
                const Vector labB = toLab(seenB);
                least = std::min(
                    least, std::hypot(labA[0] - labB[0], labA[1] - labB[1], labA[2] - labB[2]));
            }
        }
    }
    return least;
}

}  // namespace

void reportColours(Report& report)
{
    report.section("Colours, for the colour-blind");
    report.atLeast("least distance of two states, light", 20, leastDistance(palette(Theme::Light)));
    report.atLeast("least distance of two states, dark", 20, leastDistance(palette(Theme::Dark)));
}

}  // namespace coroscope::benchmark
