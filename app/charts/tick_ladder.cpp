// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/tick_ladder.h"

#include <cstdint>

#include "app/charts/time_axis.h"
#include "core/base/time_text.h"

namespace coroscope {
namespace {

constexpr int mostTicks = 10;
constexpr double leastSpacing = 48;       // pixels between two ticks
constexpr double leastLabelSpacing = 30;  // pixels between the middles of two labels

Ticks firstTick(TimeSpan span, Ticks step)
{
    const std::int64_t n = (span.begin.count() + step.count() - 1) / step.count();
    return step * n;
}

std::int64_t tickCount(TimeSpan span, Ticks step)
{
    return (span.end - firstTick(span, step)).count() / step.count() + 1;
}

}  // namespace

Ticks tickStep(TimeSpan span, double width, double spacing)
{
    const double least = spacing * static_cast<double>(span.length().count()) / width;
    for (std::int64_t decade = 1; decade < INT64_MAX / 10; decade *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            const Ticks step{decade * digit};
            if (static_cast<double>(step.count()) >= least && tickCount(span, step) <= mostTicks)
                return step;
        }
    }
    return span.length();
}

std::vector<Tick> ticksOf(TimeSpan span, Ticks total, double width)
{
    const TimeAxis axis(span, width);
    const Ticks step = tickStep(span, width, leastSpacing);
    const bool showsTotal = span.begin < total && total <= span.end;
    const double totalX = axis.toX(total);
    std::vector<Tick> ticks;
    for (Ticks time = firstTick(span, step); time <= span.end; time += step) {
        if (showsTotal && time >= total)
            break;
        ticks.push_back({time, !showsTotal || totalX - axis.toX(time) >= leastLabelSpacing});
    }
    if (showsTotal)
        ticks.push_back({total, true});
    return ticks;
}

QString tickText(Ticks time, TimeSpan span)
{
    return QString::fromStdString(shortTimeText(time, span.end));
}

}  // namespace coroscope
