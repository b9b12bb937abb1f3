// SPDX-License-Identifier: MIT
#include "core/runtime/lock.h"

#include <stdexcept>

namespace coroscope {

Lock::Lock(EventLoop& loop, const std::string& name) : SharedObject(loop, Word::Lock, name) {}

bool Lock::tryAcquire()
{
    if (m_isLocked || m_waiters.hasLive())
        return false;
    take();
    return true;
}

void Lock::Acquire::await_resume()
{
    if (!m_waiter)
        return;
    m_waiter->leave();
    try {
        m_waiter->finish();
    } catch (const CancelledError&) {
        if (!m_lock.m_isLocked)
            m_lock.wakeFirst();
        throw;
    }
    m_lock.take();
}

void Lock::release()
{
    if (!m_isLocked)
        throw std::logic_error("Lock is not acquired.");
    m_isLocked = false;
    recordUse(Word::Release, 0);
    wakeFirst();
}

void Lock::take()
{
    m_isLocked = true;
    recordUse(Word::Acquire, 1);
}

void Lock::wakeFirst()
{
    Waiter* const first = m_waiters.first();
    if (first != nullptr && !first->isDone())
        first->setResult();
}

}  // namespace coroscope
