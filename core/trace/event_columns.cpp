// SPDX-License-Identifier: MIT
#include "core/trace/event_columns.h"

namespace coroscope {

void EventColumns::appendToNewBlock(std::uint64_t stamp, TaskId task, std::uint32_t detail)
{
    if (m_used == m_blocks.size())
        m_blocks.push_back(std::make_unique_for_overwrite<Block>());
    m_last = m_blocks[m_used++].get();
    m_next = 0;
    append(stamp, task, detail);
}

}  // namespace coroscope
