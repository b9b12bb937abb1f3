// SPDX-License-Identifier: MIT
#include "core/runtime/future.h"

#include "core/runtime/errors.h"
#include "core/runtime/event_loop.h"

namespace coroscope {

std::exception_ptr FutureBase::exception() const
{
    return m_exception;
}

bool FutureBase::cancel(const std::string& message)
{
    if (isDone())
        return false;
    finish(State::Cancelled, std::make_exception_ptr(CancelledError(message)));
    return true;
}

void FutureBase::setException(std::exception_ptr exception)
{
    requirePending();
    finish(State::Finished, std::move(exception));
}

void FutureBase::addDoneCallback(Callback& callback)
{
    if (isDone())
        m_loop.callBack(callback, *this);
    else
        m_callbacks.append(callback);
}

Wait FutureBase::describeWait(std::vector<TaskId>&) const
{
    return {};
}

void FutureBase::requirePending() const
{
    if (isDone())
        throw InvalidStateError("invalid state");
}

void FutureBase::finish(State state, std::exception_ptr exception)
{
    m_state = state;
    m_exception = std::move(exception);
    scheduleCallbacks();
}

void FutureBase::scheduleCallbacks()
{
    while (Callback* const callback = m_callbacks.takeFirst())
        m_loop.callBack(*callback, *this);
}

}  // namespace coroscope
