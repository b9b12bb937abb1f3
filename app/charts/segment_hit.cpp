// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/segment_hit.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "app/charts/row_marks.h"
#include "app/document/segment_walk.h"

namespace coroscope {
namespace {

constexpr double reach = 3;
constexpr std::size_t mostLookedAt = 1024;  // segments too close to each other to be meant

std::optional<std::size_t> drawnUnder(const Timeline& timeline, const Track& track,
                                      const AxisMap& map, Ticks place)
{
    const std::size_t under = map.firstTouching(track.segments, place);
    if (under >= track.segments.size() || !isDrawn(map, timeline.segment(track, under)))
        return {};
    return under;
}

}  // namespace

std::optional<std::size_t> segmentAt(const Timeline& timeline, const Track& track,
                                     const AxisMap& map, const TimeAxis& axis, double x)
{
    if (map.kind() == AxisKind::Time) {
        const TimeSpan around{axis.toTime(x - reach), axis.toTime(x + reach)};
        if (const auto crowd = track.pyramid.crowdIn(track.segments, around, timeline.end()))
            return crowd->longestBlock ? crowd->longestBlock
                                       : drawnUnder(timeline, track, map, axis.toTime(x));
    }
    using Rank = std::tuple<bool, int, double>;  // is narrow, salience, nearness
    std::optional<std::size_t> best;
    Rank bestRank;
    const std::size_t first = map.firstTouching(track.segments, axis.toTime(x - reach));
    const std::size_t last = std::min(track.segments.size(), first + mostLookedAt);
    if (last < track.segments.size() &&
        map.placeOf(track.segments.eventAt(last)) < axis.toTime(x + reach))
        return drawnUnder(timeline, track, map, axis.toTime(x));
    for (std::size_t i = first; i < last; ++i) {
        const Segment segment = timeline.segment(track, i);
        const TimeSpan place = map.spanOf(segment);
        const double x0 = axis.toX(place.begin);
        const double x1 = axis.toX(place.end);
        if (x0 > x + reach)
            break;
        const bool isNarrow = x1 - x0 < 2 * reach;
        const double distance = std::abs(x - (x0 + x1) / 2);
        const bool isHit = isNarrow ? distance <= reach : x0 <= x && x < x1;
        if (!isHit || !isDrawn(map, segment))
            continue;
        const Rank rank{isNarrow, salience(segment.state), -distance};
        if (!best || rank > bestRank) {
            best = i;
            bestRank = rank;
        }
    }
    return best;
}

}  // namespace coroscope
