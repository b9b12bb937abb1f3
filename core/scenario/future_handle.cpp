// SPDX-License-Identifier: MIT
#include "core/scenario/future_handle.h"

namespace coroscope::scenario {

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
