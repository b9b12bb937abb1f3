// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>

#include "app/document/program_run.h"

namespace coroscope {

/// How much faster than the first program this one is: "1.7×"; "baseline" for the first itself,
/// empty when one of the two took no time.
[[nodiscard]] QString speedUpText(std::span<const ProgramRunPtr> runs, std::size_t index);

/// The most important thing about these runs in one sentence, with its reason when the traces give
/// one: who failed, who is faster, else who is slower, else that nothing is gained.
[[nodiscard]] QString verdictText(std::span<const ProgramRunPtr> runs);

}  // namespace coroscope
