// SPDX-License-Identifier: MIT
#include "core/runtime/owned_callback.h"

#include <memory>

#include "core/runtime/event_loop.h"

namespace coroscope {

OwnedCallback::OwnedCallback(EventLoop& loop) noexcept
    : Callback(&OwnedCallback::callOnce),
      m_loop(loop),
      m_following(loop.m_ownedCallbacks)
{
    if (m_following != nullptr)
        m_following->m_previous = this;
    loop.m_ownedCallbacks = this;
}

OwnedCallback::~OwnedCallback()
{
    (m_previous != nullptr ? m_previous->m_following : m_loop.m_ownedCallbacks) = m_following;
    if (m_following != nullptr)
        m_following->m_previous = m_previous;
}

void OwnedCallback::callOnce(Callback& callback)
{
    const std::unique_ptr<OwnedCallback> self(static_cast<OwnedCallback*>(&callback));
    self->called();
}

}  // namespace coroscope
