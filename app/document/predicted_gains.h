// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/analysis/findings.h"
#include "core/scenario/run.h"

namespace coroscope {

/// The findings of a simulated program, each gain found out by running the program with its fix:
/// awaits one after the other that would gain nothing side by side are no finding any more; awaits
/// that only the scenario tells of, since the task's trace does not, are added.
/// `timeline`: of that program with these options. Cost  one run for each kind that can be fixed
[[nodiscard]] std::vector<Finding> findingsWithGains(const scenario::Scenario& scenario,
                                                     std::string_view program,
                                                     const scenario::RunOptions& options,
                                                     const Timeline& timeline);

/// The findings of a recorded program; the gain of the costliest of each kind that can be tried is
/// found out by a replay. Cost  two replays for each of these kinds
[[nodiscard]] std::vector<Finding> findingsWithReplayedGains(
    const std::shared_ptr<const Timeline>& timeline);

}  // namespace coroscope
