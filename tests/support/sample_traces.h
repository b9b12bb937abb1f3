// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "core/trace/trace.h"

namespace coroscope::test {

/// The lesson "delivery" as plain calls: main calls A (10 s), B (3 s), C (4 s), which block.
std::shared_ptr<const Trace> syncDelivery();

/// The same under asyncio.gather: A, B and C are tasks that sleep side by side.
std::shared_ptr<const Trace> gatherDelivery();

}  // namespace coroscope::test
