// SPDX-License-Identifier: MIT
#include "core/runtime/semaphore.h"

#include <stdexcept>

namespace coroscope {

Semaphore::Semaphore(EventLoop& loop, std::int64_t permits, const std::string& name)
    : SharedObject(loop, Word::Semaphore, name),
      m_available(permits)
{
    if (permits < 0)
        throw std::invalid_argument("Semaphore initial value must be >= 0");
}

bool Semaphore::tryAcquire()
{
    if (m_available == 0 || m_waiters.hasLive())
        return false;
    --m_available;
    recordUse(Word::Acquire, m_available);
    return true;
}

void Semaphore::Acquire::await_resume()
{
    if (!m_waiter)
        return;
    m_waiter->leave();
    try {
        m_waiter->finish();
    } catch (const CancelledError&) {
        if (!m_waiter->isCancelled())
            ++m_semaphore.m_available;
        m_semaphore.wakeAll();
        throw;
    }
    m_semaphore.recordUse(Word::Acquire, m_semaphore.m_available);
    m_semaphore.wakeAll();
}

void Semaphore::release()
{
    ++m_available;
    recordUse(Word::Release, m_available);
    wakeNext();
}

bool Semaphore::wakeNext()
{
    Waiter* const waiter = m_waiters.firstPending();
    if (waiter == nullptr)
        return false;
    --m_available;
    waiter->setResult();
    return true;
}

// Newcomers may have queued behind waiters that are gone: wakes as many as there are permits.
void Semaphore::wakeAll()
{
    while (m_available > 0 && wakeNext()) {
    }
}

BoundedSemaphore::BoundedSemaphore(EventLoop& loop, std::int64_t permits, const std::string& name)
    : Semaphore(loop, permits, name),
      m_bound(permits)
{
}

void BoundedSemaphore::release()
{
    if (available() >= m_bound)
        throw std::invalid_argument("BoundedSemaphore released too many times");
    Semaphore::release();
}

}  // namespace coroscope
