// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/segment_hit.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "app/charts/row_marks.h"

namespace coroscope {
namespace {

constexpr double reach = 3;
constexpr std::size_t mostLookedAt = 4096;

bool isShown(const Segment& segment)
{
    const bool isStep =
        segment.state == SegmentState::Running || segment.state == SegmentState::Blocking;
    return salience(segment.state) > 0 && (isStep || segment.span.begin < segment.span.end);
}

}  // namespace

std::optional<std::size_t> segmentAt(const Timeline& timeline, const Track& track,
                                     const TimeAxis& axis, double x)
{
    using Rank = std::tuple<bool, int, double>;  // is narrow, salience, nearness
    std::optional<std::size_t> best;
    Rank bestRank;
    const std::size_t first = firstTouching(track.segments, axis.toTime(x - reach));
    const std::size_t last = std::min(track.segments.size(), first + mostLookedAt);
    for (std::size_t i = first; i < last; ++i) {
        const Segment segment = timeline.segment(track, i);
        const double x0 = axis.toX(segment.span.begin);
        const double x1 = axis.toX(segment.span.end);
        if (x0 > x + reach)
            break;
        const bool isNarrow = x1 - x0 < 2 * reach;
        const double distance = std::abs(x - (x0 + x1) / 2);
        const bool isHit = isNarrow ? distance <= reach : x0 <= x && x < x1;
        if (!isHit || !isShown(segment))
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
