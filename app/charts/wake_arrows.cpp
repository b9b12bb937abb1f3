// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/wake_arrows.h"

#include <QPainter>
#include <algorithm>

#include "app/charts/arrow.h"
#include "app/charts/chart_state.h"
#include "app/style/paint_helpers.h"

namespace coroscope {
namespace {

constexpr std::size_t few = 12;
constexpr std::size_t mostLookedAt = 20'000;
constexpr double lineWidth = 1.2;
constexpr double chainWidth = 1.5;
constexpr double casingWidth = 4.5;
constexpr double beadReach = 6;  // where a step's bead ends

// [first, last) of the events in view.
std::pair<std::size_t, std::size_t> eventsInView(const ChartState& state)
{
    const Trace& trace = state.run->trace();
    if (!state.isOrder())
        return {trace.lowerBound(state.span.begin), trace.upperBound(state.span.end)};
    const auto at = [&](Ticks place) {
        const auto event = static_cast<std::size_t>(std::max(Ticks{0}, place) / AxisMap::unit);
        return std::min(event, trace.size());
    };
    return {at(state.span.begin), at(state.span.end + AxisMap::unit)};
}

}  // namespace

std::vector<WakeUp> wakeUpsOf(const ChartState& state)
{
    std::vector<WakeUp> wakeUps;
    if (!state.run || (state.isOrder() && !state.selected))
        return wakeUps;
    const Trace& trace = state.run->trace();
    const auto [first, last] = eventsInView(state);
    if (last > first + mostLookedAt)
        return wakeUps;
    for (std::size_t i = first; i < last; ++i) {
        const Event event = trace.at(i);
        if (event.kind != EventKind::Ready || event.word == Word::Created)
            continue;
        const TaskId waker = trace.wokenBy(event);
        const WakeUp wakeUp{static_cast<int>(waker.value), static_cast<int>(event.task.value),
                            static_cast<std::uint32_t>(i)};
        const bool isWanted = !state.selected || state.selected->row == wakeUp.fromRow ||
                              state.selected->row == wakeUp.toRow;
        if (waker.isValid() && waker != event.task && isWanted)
            wakeUps.push_back(wakeUp);
    }
    if (!state.selected && wakeUps.size() > few)
        wakeUps.clear();
    return wakeUps;
}

void drawWakeUps(QPainter& painter, const ChartState& state, const std::vector<WakeUp>& wakeUps)
{
    const Painting painting(painter);
    const AxisMap map = state.map();
    for (const WakeUp& wakeUp : wakeUps) {
        const ChartGeometry& geometry = state.geometry;
        if (!geometry.isVisible(wakeUp.fromRow) || !geometry.isVisible(wakeUp.toRow))
            continue;
        const double x = state.xOf(map.placeOf(wakeUp.event));
        const double down = wakeUp.fromRow < wakeUp.toRow ? 1 : -1;
        const QPointF from(x, state.middleOf(wakeUp.fromRow) + down * beadReach);
        const QPointF to(x, state.middleOf(wakeUp.toRow) - down * beadReach);
        if (state.selected)
            drawCurvedArrow(painter, from, to, state.palette->card, casingWidth);
        drawCurvedArrow(painter, from, to,
                        state.selected ? state.palette->ink : state.palette->ink2,
                        state.selected ? chainWidth : lineWidth);
    }
}

}  // namespace coroscope
