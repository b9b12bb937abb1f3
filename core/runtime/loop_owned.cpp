// SPDX-License-Identifier: MIT
#include "core/runtime/loop_owned.h"

#include "core/runtime/event_loop.h"

namespace coroscope {

LoopOwned::LoopOwned(EventLoop& loop) noexcept : m_loop(loop), m_following(loop.m_owned)
{
    if (m_following != nullptr)
        m_following->m_previous = this;
    loop.m_owned = this;
}

LoopOwned::~LoopOwned()
{
    (m_previous != nullptr ? m_previous->m_following : m_loop.m_owned) = m_following;
    if (m_following != nullptr)
        m_following->m_previous = m_previous;
}

}  // namespace coroscope
