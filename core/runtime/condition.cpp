// SPDX-License-Identifier: MIT
#include "core/runtime/condition.h"

#include <exception>
#include <stdexcept>

namespace coroscope {

Condition::Condition(EventLoop& loop, const std::string& name)
    : SharedObject(loop, Word::Condition, name),
      m_lock(*this, PartUse::Shown)
{
}

Condition::Condition(const SharedObject& whole, PartUse use)
    : SharedObject(whole, use),
      m_lock(*this, use)
{
}

Coroutine<> Condition::wait()
{
    requireLocked("cannot wait on un-acquired lock");
    m_lock.release();
    std::exception_ptr error;
    try {
        co_await ParkAwaiter(*this, m_waiters);
    } catch (...) {
        error = std::current_exception();
    }
    bool isHeld = false;
    while (!isHeld) {
        try {
            co_await m_lock.acquire();
            isHeld = true;
        } catch (const CancelledError&) {
            error = std::current_exception();
        }
    }
    if (error) {
        m_waiters.wake(1);
        std::rethrow_exception(error);
    }
}

void Condition::notify(std::size_t most)
{
    requireLocked("cannot notify on un-acquired lock");
    const std::size_t woken = m_waiters.wake(most);
    recordUse(Word::Notify, static_cast<std::int64_t>(woken));
}

void Condition::notifyAll()
{
    notify(m_waiters.size());
}

void Condition::requireLocked(const char* message) const
{
    if (!m_lock.isLocked())
        throw std::logic_error(message);
}

}  // namespace coroscope
