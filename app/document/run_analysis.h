// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "app/document/program_run.h"
#include "core/analysis/because.h"
#include "core/analysis/critical_path.h"
#include "core/analysis/slack.h"

namespace coroscope {

/// What the analyses tell of one run, each worked out when it is first asked for.
class RunAnalysis {
public:
    /// Precondition: a run.
    explicit RunAnalysis(ProgramRunPtr run) : m_run(std::move(run)) {}

    [[nodiscard]] const ProgramRunPtr& run() const noexcept { return m_run; }

    [[nodiscard]] std::vector<BecauseLink> because(SegmentRef segment);
    [[nodiscard]] const CriticalPath& criticalPath();
    [[nodiscard]] std::optional<Ticks> slackOf(SegmentRef segment);

private:
    ProgramRunPtr m_run;
    std::optional<MomentIndex> m_moments;
    std::optional<CriticalPath> m_path;
    std::optional<Slack> m_slack;
};

}  // namespace coroscope
