// SPDX-License-Identifier: MIT
#include "core/timeline/segment_column.h"

#include <cassert>

#include "core/base/partition_point.h"

namespace coroscope {

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
