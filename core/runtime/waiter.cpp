// SPDX-License-Identifier: MIT
#include "core/runtime/waiter.h"

#include <utility>

namespace coroscope {

WaiterQueue::~WaiterQueue()
{
    while (m_first != nullptr)
        m_first->leave();
}

bool WaiterQueue::hasLive() const noexcept
{
    for (const Waiter* waiter = m_first; waiter != nullptr; waiter = waiter->m_following) {
        if (!waiter->isCancelled())
            return true;
    }
    return false;
}

Waiter* WaiterQueue::firstPending() const noexcept
{
    Waiter* waiter = m_first;
    while (waiter != nullptr && waiter->isDone())
        waiter = waiter->m_following;
    return waiter;
}

std::size_t WaiterQueue::wake(std::size_t most)
{
    std::size_t woken = 0;
    for (Waiter* waiter = m_first; waiter != nullptr && woken < most;
         waiter = waiter->m_following) {
        if (waiter->isDone())
            continue;
        waiter->setResult();
        ++woken;
    }
    return woken;
}

void WaiterQueue::takeAndWakeOne()
{
    while (Waiter* const waiter = m_first) {
        waiter->leave();
        if (!waiter->isDone()) {
            waiter->setResult();
            return;
        }
    }
}

Waiter::Waiter(const SharedObject& object, WaiterQueue& queue)
    : Future(object.loop(), object.kind()),
      m_object(object),
      m_queue(&queue),
      m_previous(queue.m_last)
{
    (m_previous != nullptr ? m_previous->m_following : queue.m_first) = this;
    queue.m_last = this;
    ++queue.m_size;
}

void Waiter::leave() noexcept
{
    WaiterQueue* const queue = std::exchange(m_queue, nullptr);
    if (queue == nullptr)
        return;
    (m_previous != nullptr ? m_previous->m_following : queue->m_first) = m_following;
    (m_following != nullptr ? m_following->m_previous : queue->m_last) = m_previous;
    --queue->m_size;
}

void Waiter::park()
{
    m_task = loop().currentTask();
    m_task->waitFor(*this);
}

void Waiter::finish()
{
    m_task->throwIfCancelled(*this);
    static_cast<void>(result());
}

Wait Waiter::describeWait(std::vector<TaskId>& tasks) const
{
    m_object.describeWait(tasks);
    Wait wait;
    wait.object = m_object.id();
    return wait;
}

}  // namespace coroscope
