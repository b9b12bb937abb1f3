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

}  // namespace coroscope::scenario
