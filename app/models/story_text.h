// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "app/document/program_run.h"

namespace coroscope {

/// What happens with an event, in one plain sentence in the user's language.
/// Precondition: event < run.trace().size(). Cost O(1), but for the names that it lists.
[[nodiscard]] QString storyText(const ProgramRun& run, std::size_t event);

}  // namespace coroscope
