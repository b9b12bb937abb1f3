// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/scenario/frame.h"
#include "core/scenario/objects.h"
#include "core/scenario/statement_reader.h"

namespace coroscope::scenario {

/// The object that a variable holds, which lives as long as the variable's value. Throws
/// PythonError (AttributeError) for what is none and so has no such method.
[[nodiscard]] const ObjectHandle& objectIn(Frame& frame, Scope::Slot slot,
                                           const std::string& method);

}  // namespace coroscope::scenario
