// SPDX-License-Identifier: MIT
#include "core/replay/permits.h"

namespace coroscope::replay {

Permits::Permits(EventLoop& loop, const RecordedObject& object, const std::string& name)
    : SharedObject(loop, object.kind, name), m_free(object.permits)
{}

bool Permits::tryTake()
{
    if (m_free == 0 || m_waiters.hasLive())
        return false;
    --m_free;
    recordChange(kind() == Word::Queue ? Word::Get : Word::Acquire);
    return true;
}

void Permits::Take::await_resume()
{
    if (!m_waiter)
        return;
    m_waiter->leave();
    try {
        m_waiter->finish();
    } catch (const CancelledError&) {
        if (!m_waiter->isCancelled())
            m_permits.give();
        throw;
    }
    m_permits.recordChange(m_permits.kind() == Word::Queue ? Word::Get : Word::Acquire);
}

void Permits::give()
{
    ++m_free;
    recordChange(kind() == Word::Queue ? Word::Put : Word::Release);
    wakeFirst();
}

void Permits::wakeFirst()
{
    Waiter* const waiter = m_free > 0 ? m_waiters.firstPending() : nullptr;
    if (waiter == nullptr)
        return;
    --m_free;
    waiter->setResult();
}

// A lock's level says whether it is held.
void Permits::recordChange(Word what) const
{
    recordUse(what, kind() == Word::Lock ? 1 - m_free : m_free);
}

}  // namespace coroscope::replay
