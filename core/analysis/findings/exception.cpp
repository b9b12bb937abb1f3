// SPDX-License-Identifier: MIT
#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {

void findException(const Facts& facts, std::vector<Finding>& findings)
{
    if (facts.end.word != Word::Raised && facts.end.word != Word::Interrupted)
        return;
    const Outcome& outcome = facts.trace.outcome(facts.end);
    Finding finding;
    finding.kind = Finding::Kind::Exception;
    finding.event = static_cast<std::uint32_t>(facts.trace.size() - 1);
    if (facts.mainDone != Event::none && facts.trace.at(facts.mainDone).word == Word::Raised) {
        finding.event = facts.mainDone;
        finding.task = facts.trace.at(facts.mainDone).task;
    }
    finding.name = outcome.error.empty() ? std::string(wordOf(facts.end.word)) : outcome.error;
    finding.detail = outcome.text;
    findings.push_back(std::move(finding));
}

}  // namespace coroscope::analysis
