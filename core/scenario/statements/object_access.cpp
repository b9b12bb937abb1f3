// SPDX-License-Identifier: MIT
#include "core/scenario/statements/object_access.h"

#include "core/scenario/python_error.h"

namespace coroscope::scenario {

const ObjectHandle& objectIn(Frame& frame, Scope::Slot slot, const std::string& method)
{
    const Value& value = frame.get(slot);
    if (const auto* object = dynamic_cast<const ObjectHandle*>(value.asHandle()))
        return *object;
    throw PythonError("AttributeError", "'" + std::string(value.typeName()) +
                                            "' object has no attribute '" + method + "'");
}

Coroutine<> waitOn(const ObjectHandle& object, const Frame& frame)
{
    Signal* const signal = object.signal();
    if (signal != nullptr && signal->isSet())
        co_return;
    if (signal == nullptr && object.condition() == nullptr && object.barrier() == nullptr)
        object.lacks("wait");
    frame.requireLoop();
    if (signal != nullptr)
        co_await signal->wait();
    else if (object.condition() != nullptr)
        co_await object.condition()->wait();
    else
        co_await object.barrier()->wait();
}

}  // namespace coroscope::scenario
