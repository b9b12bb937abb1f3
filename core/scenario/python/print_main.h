// SPDX-License-Identifier: MIT
#pragma once

#include "core/scenario/python/lines.h"
#include "core/scenario/python/module.h"

namespace coroscope::scenario::python {

/// The main function: the one that the scenario writes, or what its strategy makes of the calls.
void printMain(Module& module, Lines& lines);

}  // namespace coroscope::scenario::python
