// SPDX-License-Identifier: MIT
#include "core/scenario/future_handle.h"

#include <vector>

namespace coroscope::scenario {
namespace {

constinit thread_local FutureHandle* first = nullptr;

}  // namespace

FutureHandle::FutureHandle(Ref<FutureBase> future)
    : m_future(std::move(future)), m_following(std::exchange(first, this))
{
    if (m_following != nullptr)
        m_following->m_previous = this;
}

FutureHandle::~FutureHandle()
{
    (m_previous != nullptr ? m_previous->m_following : first) = m_following;
    if (m_following != nullptr)
        m_following->m_previous = m_previous;
}

void FutureHandle::dropOutcomes(const EventLoop& loop)
{
    std::vector<Ref<FutureBase>> futures;
    for (const FutureHandle* handle = first; handle != nullptr; handle = handle->m_following) {
        if (&handle->m_future->loop() == &loop)
            futures.push_back(handle->m_future);
    }
    for (const Ref<FutureBase>& future : futures)
        static_cast<Future<Value>&>(*future).dropOutcome();
}

std::string FutureHandle::repr() const
{
    const std::string state = m_future->isCancelled() ? "cancelled"
                              : m_future->isDone()    ? "finished"
                                                      : "pending";
    return '<' + std::string(typeName()) + ' ' + state + '>';
}

std::string_view FutureHandle::typeName() const
{
    return m_future->asTask() != nullptr ? "Task" : "Future";
}

}  // namespace coroscope::scenario
