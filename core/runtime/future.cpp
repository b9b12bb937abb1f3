// SPDX-License-Identifier: MIT
#include "core/runtime/future.h"

#include "core/runtime/errors.h"
#include "core/runtime/event_loop.h"

namespace coroscope {

std::exception_ptr FutureBase::exception() const
{
    return isCancelled() ? cancelledError() : m_exception;
}

std::exception_ptr FutureBase::cancelledError() const
{
    if (isCancelled() && m_exception)
        return std::exchange(m_exception, nullptr);
    return std::make_exception_ptr(CancelledError(cancelMessage()));
}

CancelMessage FutureBase::cancelMessage() const
{
    return m_cancelMessage ? CancelMessage(*m_cancelMessage) : std::nullopt;
}

void FutureBase::setCancelMessage(const CancelMessage& message)
{
    m_cancelMessage = message ? std::make_unique<std::string>(*message) : nullptr;
}

bool FutureBase::cancel(const CancelMessage& message)
{
    if (isDone())
        return false;
    setCancelMessage(message);
    finish(State::Cancelled, nullptr);
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
