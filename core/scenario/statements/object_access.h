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

/// Whatever waits by a method of that name does: an event, a condition, a barrier. Throws
/// PythonError for what has none, and on a thread.
[[nodiscard]] Coroutine<> waitOn(const ObjectHandle& object, const Frame& frame);

}  // namespace coroscope::scenario
