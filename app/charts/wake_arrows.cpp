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

std::vector<WakeUp> wakeUpsIn(const ChartState& state)
{
    if (!state.run || (state.isOrder() && !state.selected))
        return {};
    const auto [first, last] = eventsInView(state);
    if (last > first + mostLookedAt)
        return {};
    const TaskId selected =
        state.selected ? TaskId{static_cast<std::uint32_t>(state.selected->track)} : TaskId{};
    std::vector<WakeUp> shown = wakeUps(state.run->trace(), first, last, selected);
    std::erase_if(shown, [&](const WakeUp& wakeUp) {
        const bool isCreation = wakeUp.why == Word::Created && !state.selected;
        return !wakeUp.by.isValid() || wakeUp.by == wakeUp.task || isCreation;
    });
    if (!state.selected && shown.size() > few)
        shown.clear();
    return shown;
}

void drawWakeUps(QPainter& painter, const ChartState& state, const std::vector<WakeUp>& shown)
{
    const Painting painting(painter);
    const AxisMap map = state.map();
    for (const WakeUp& wakeUp : shown) {
        const int fromRow = state.rowInView(static_cast<int>(wakeUp.by.value));
        const int toRow = state.rowInView(static_cast<int>(wakeUp.task.value));
        if (fromRow < 0 || toRow < 0)
            continue;
        const double x = state.xOf(map.placeOf(wakeUp.event));
        const double down = fromRow < toRow ? 1 : -1;
        const QPointF from(x, state.middleOf(fromRow) + down * beadReach);
        const QPointF to(x, state.middleOf(toRow) - down * beadReach);
        if (state.selected)
            drawCurvedArrow(painter, from, to, state.palette->card, casingWidth);
        drawCurvedArrow(painter, from, to,
                        state.selected ? state.palette->ink : state.palette->ink2,
                        state.selected ? chainWidth : lineWidth);
    }
}

}  // namespace coroscope
