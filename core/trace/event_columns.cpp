// SPDX-License-Identifier: MIT
#include "core/trace/event_columns.h"

#include <new>

namespace coroscope {

EventColumns::EventColumns(const EventColumns& other) : m_used(other.m_used), m_next(other.m_next)
{
    for (std::size_t i = 0; i < m_used; ++i)
        m_blocks.push_back(new (m_source.take()) Block(*other.m_blocks[i]));
    if (m_used > 0)
        m_last = m_blocks.back();
}

void EventColumns::appendToNewBlock(std::uint64_t stamp, TaskId task, std::uint32_t detail)
{
    if (m_used == m_blocks.size())
        m_blocks.push_back(new (m_source.take()) Block);
    m_last = m_blocks[m_used++];
    m_next = 0;
    append(stamp, task, detail);
}

}  // namespace coroscope
