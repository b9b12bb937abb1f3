// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/run_analysis.h"

namespace coroscope {

std::vector<BecauseLink> RunAnalysis::because(SegmentRef segment)
{
    if (!m_moments) {
        // The trace belongs to the timeline, which the run keeps.
        m_moments.emplace(std::shared_ptr<const Trace>(m_run, &m_run->trace()));
    }
    return coroscope::because(*m_run->timeline, *m_moments, segment);
}

const CriticalPath& RunAnalysis::criticalPath()
{
    if (!m_path)
        m_path.emplace(*m_run->timeline);
    return *m_path;
}

std::optional<Ticks> RunAnalysis::slackOf(SegmentRef segment)
{
    if (!m_slack)
        m_slack.emplace(*m_run->timeline);
    return m_slack->slackOf(segment);
}

}  // namespace coroscope
