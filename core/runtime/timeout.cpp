// SPDX-License-Identifier: MIT
#include "core/runtime/timeout.h"

namespace coroscope {

Timeout::Timeout(TaskBase& task, std::optional<Ticks> delay)
    : m_task(task),
      m_cancelRequests(task.cancelling())
{
    EventLoop& loop = task.future().loop();
    if (!delay)
        return;
    if (*delay <= Ticks{})
        loop.callSoon(m_timer);
    else
        loop.callLater(*delay, m_timer);
}

Timeout::~Timeout()
{
    m_task.future().loop().cancel(m_timer);
}

void Timeout::expire()
{
    m_task.future().cancel();
    m_hasExpired = true;
}

std::exception_ptr Timeout::finish(std::exception_ptr error)
{
    m_task.future().loop().cancel(m_timer);
    if (m_hasExpired && m_task.uncancel() <= m_cancelRequests && error && isCancelledError(error))
        return std::make_exception_ptr(TimeoutError());
    return error;
}

}  // namespace coroscope
