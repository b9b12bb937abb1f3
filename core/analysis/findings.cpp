// SPDX-License-Identifier: MIT
#include "core/analysis/findings.h"

#include <algorithm>
#include <array>

#include "core/analysis/findings/finder.h"
#include "core/analysis/findings/finding_text.h"

namespace coroscope {
namespace {

constexpr std::array<analysis::Finder, 9> finders{
    analysis::findDeadlock,         analysis::findException,
    analysis::findNeverAwaited,     analysis::findExceptionNotRetrieved,
    analysis::findHeldLoop,  // blocking calls, starvation, long steps
    analysis::findSequentialAwaits, analysis::findLockConvoy,
    analysis::findUnboundedFanOut,  analysis::findCancelledInCleanUp,
};

}  // namespace

std::vector<Finding> findingsOf(const Timeline& timeline)
{
    const analysis::Facts facts(timeline);
    std::vector<Finding> findings;
    for (const analysis::Finder find : finders)
        find(facts, findings);
    std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.cost > b.cost;
    });
    const std::vector<std::string> names = rowNames(timeline.trace());
    for (Finding& finding : findings)
        finding.text = analysis::englishText(timeline.trace(), names, finding);
    return findings;
}

std::string findingText(const Trace& trace, const Finding& finding)
{
    return analysis::englishText(trace, rowNames(trace), finding);
}

}  // namespace coroscope
