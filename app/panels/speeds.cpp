// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/speeds.h"

#include <cmath>

namespace coroscope {
namespace {

constexpr double wantedSeconds = 8;

}  // namespace

double autoSpeed(Ticks total)
{
    if (total <= Ticks::zero())
        return 1;
    const double exact = toSeconds(total) / wantedSeconds;
    const double unit = std::pow(10, std::floor(std::log10(exact)));
    return std::round(exact / unit) * unit;
}

QString speedText(double speed)
{
    return QString::number(speed, 'g', speed >= 1 ? 6 : 2) + QChar(0x00d7);
}

}  // namespace coroscope
