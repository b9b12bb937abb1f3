// SPDX-License-Identifier: MIT
#include "core/runtime/future.h"

#include "core/runtime/errors.h"
#include "core/runtime/event_loop.h"

namespace coroscope {

FutureBase::Trouble::~Trouble() = default;

std::exception_ptr FutureBase::exception() const
{
    if (isCancelled())
        return cancelledError();
    return m_trouble != nullptr ? m_trouble->exception : nullptr;
}

std::exception_ptr FutureBase::cancelledError() const
{
    if (isCancelled() && hasException())
        return std::exchange(m_trouble->exception, nullptr);
    return std::make_exception_ptr(CancelledError(cancelMessage()));
}

CancelMessage FutureBase::cancelMessage() const
{
    return m_trouble != nullptr ? m_trouble->cancelMessage : std::nullopt;
}

void FutureBase::setCancelMessage(const CancelMessage& message)
{
    if (message || m_trouble != nullptr)
        trouble().cancelMessage = message;
}

FutureBase::Trouble& FutureBase::trouble()
{
    if (m_trouble == nullptr)
        m_trouble = std::make_unique<Trouble>();
    return *m_trouble;
}

bool FutureBase::cancel(const CancelMessage& message)
{
    if (isDone())
        return false;
    setCancelMessage(message);
    finish(State::Cancelled);
    return true;
}

void FutureBase::setException(std::exception_ptr exception)
{
    requirePending();
    finish(State::Finished, std::move(exception));
}

void FutureBase::scheduleCallback(Callback& callback)
{
    m_loop.callBack(callback, *this);
}

void FutureBase::endCoroutine() {}

Wait FutureBase::describeWait(std::vector<TaskId>&) const
{
    return {};
}

void FutureBase::throwInvalidState()
{
    throw InvalidStateError("invalid state");
}

void FutureBase::throwSpoilt()
{
    throw std::logic_error("await wasn't used with future");
}

void FutureBase::finish(State state, std::exception_ptr exception)
{
    if (exception != nullptr)
        trouble().exception = std::move(exception);
    finish(state);
}

// Usually there is one, for which nothing has to be saved across a call.
void FutureBase::scheduleCallbacks()
{
    Callback& first = *m_callbacks.takeFirst();
    if (!m_callbacks.isEmpty()) [[unlikely]]
        return scheduleSeveral(first);
    m_loop.callBack(first, *this);
}

void FutureBase::scheduleSeveral(Callback& first)
{
    m_loop.callBack(first, *this);
    while (Callback* const callback = m_callbacks.takeFirst())
        m_loop.callBack(*callback, *this);
}

}  // namespace coroscope
