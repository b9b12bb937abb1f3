// SPDX-License-Identifier: MIT
#include "core/runtime/queue_base.h"

#include <stdexcept>

namespace coroscope {

QueueBase::QueueBase(EventLoop& loop, std::size_t maxSize, const std::string& name)
    : SharedObject(loop, Word::Queue, name),
      m_maxSize(maxSize),
      m_allDone(*this, PartUse::Hidden)
{
    m_allDone.set();
}

QueueBase::QueueBase(EventLoop& loop, Word kind)
    : SharedObject(loop, kind),
      m_maxSize(0),
      m_allDone(*this, PartUse::Hidden)
{
    m_allDone.set();
}

void QueueBase::Turn::await_resume()
{
    try {
        m_waiter->finish();
    } catch (...) {
        m_waiter->cancel();
        m_waiter->leave();
        if (!(m_owner.*m_isBlocked)() && !m_waiter->isCancelled())
            m_queue.takeAndWakeOne();
        throw;
    }
}

void QueueBase::taskDone()
{
    if (m_unfinished == 0)
        throw std::invalid_argument("task_done() called too many times");
    if (--m_unfinished == 0)
        m_allDone.set();
}

void QueueBase::requireRoom() const
{
    if (isFull())
        throw QueueFull();
}

void QueueBase::requireItem() const
{
    if (isEmpty())
        throw QueueEmpty();
}

void QueueBase::itemWasPut()
{
    recordUse(Word::Put, static_cast<std::int64_t>(size()));
    ++m_unfinished;
    m_allDone.clear();
    m_getters.takeAndWakeOne();
}

void QueueBase::itemWasTaken()
{
    recordUse(Word::Get, static_cast<std::int64_t>(size()));
    m_putters.takeAndWakeOne();
}

}  // namespace coroscope
