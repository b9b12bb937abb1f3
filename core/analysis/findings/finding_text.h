// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "core/analysis/findings.h"

namespace coroscope::analysis {

/// A finding in plain English. `names`: of the rows, see rowNames().
[[nodiscard]] std::string englishText(const Trace& trace, std::span<const std::string> names,
                                      const Finding& finding);

}  // namespace coroscope::analysis
