// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "core/scenario/definition.h"
#include "core/scenario/python/python_source.h"

namespace coroscope::scenario {

/// Adds the lines of a program's source to a trace; gives the site of each of
/// Definition::statements, none for what has no line in this program.
[[nodiscard]] std::vector<SiteId> addSites(const Definition& definition, const PythonSource& source,
                                           Trace& trace);

}  // namespace coroscope::scenario
