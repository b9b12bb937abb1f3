// SPDX-License-Identifier: MIT
#include "core/timeline/segment_column.h"

#include <algorithm>
#include <cassert>
#include <ranges>

namespace coroscope {
namespace {

// The first index in [0, size) for which `isBefore` is false.
template <typename Predicate>
std::size_t partitionPoint(std::size_t size, Predicate isBefore)
{
    const auto rows = std::views::iota(std::size_t{0}, size);
    return static_cast<std::size_t>(std::ranges::partition_point(rows, isBefore) - rows.begin());
}

}  // namespace

void SegmentColumn::append(Ticks time, SegmentState state, std::uint32_t event)
{
    assert(size() == 0 || (time >= timeAt(size() - 1) && event > m_event.back()));
    m_stamp.push_back({static_cast<std::uint64_t>(time.count()) << stateBits |
                       static_cast<std::uint64_t>(state)});
    m_event.push_back(event);
}

std::size_t SegmentColumn::firstEndingAfter(Ticks time) const
{
    const std::size_t transitions =
        partitionPoint(size(), [&](std::size_t i) { return timeAt(i) <= time; });
    return transitions == 0 ? 0 : transitions - 1;
}

std::size_t SegmentColumn::countBeforeEvent(std::size_t event) const
{
    return partitionPoint(size(), [&](std::size_t i) { return m_event[i] < event; });
}

}  // namespace coroscope
