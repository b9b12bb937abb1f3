// SPDX-License-Identifier: MIT
#include "core/runtime/ready_queue.h"

#include <utility>

namespace coroscope {

ReadyQueue::Position ReadyQueue::growAndPush(Callback& callback)
{
    const Position largerMask = m_mask * 2 + 1;
    auto larger = std::make_unique_for_overwrite<Callback*[]>(largerMask + 1);
    for (Position at = m_head; at != m_tail; ++at)
        larger[at & largerMask] = m_ring[at & m_mask];
    m_ring = std::move(larger);
    m_mask = largerMask;
    return push(callback);
}

}  // namespace coroscope
