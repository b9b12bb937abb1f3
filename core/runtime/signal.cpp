// SPDX-License-Identifier: MIT
#include "core/runtime/signal.h"

#include <limits>

namespace coroscope {

Signal::Signal(EventLoop& loop, const std::string& name) : SharedObject(loop, Word::Event, name) {}

void Signal::set()
{
    if (m_isSet)
        return;
    m_isSet = true;
    recordUse(Word::Set, 1);
    m_waiters.wake(std::numeric_limits<std::size_t>::max());
}

void Signal::clear()
{
    if (m_isSet)
        recordUse(Word::Clear, 0);
    m_isSet = false;
}

}  // namespace coroscope
