// SPDX-License-Identifier: MIT
#include <set>
#include <utility>

#include "core/analysis/findings/finder.h"

namespace coroscope::analysis {

// A trace does not tell when somebody looks at a task that has ended. That nobody did is concluded
// from this: nobody had been waiting for it, and its exception was not seen again, neither as
// another task's end nor as the program's.
void findExceptionNotRetrieved(const Facts& facts, std::vector<Finding>& findings)
{
    const Trace& trace = facts.trace;
    std::multiset<std::pair<std::string, std::string>> raised;
    for (const Facts::Life& life : facts.lives) {
        if (life.done == Event::none || trace.at(life.done).word != Word::Raised)
            continue;
        const Outcome& outcome = trace.outcome(trace.at(life.done));
        raised.emplace(outcome.error, outcome.text);
    }
    for (std::uint32_t id = 0; id < trace.taskCount(); ++id) {
        const Facts::Life& life = facts.lives[id];
        if (trace.task({id}).kind != TaskInfo::Kind::Task || life.isAwaited ||
            life.done == Event::none)
            continue;
        const Event done = trace.at(life.done);
        const Outcome& outcome = trace.outcome(done);
        if (done.word != Word::Raised || raised.count({outcome.error, outcome.text}) > 1)
            continue;
        Finding finding;
        finding.kind = Finding::Kind::ExceptionNotRetrieved;
        finding.event = life.done;
        finding.task = {id};
        finding.site = trace.task({id}).site;
        finding.name = outcome.error;
        finding.detail = outcome.text;
        findings.push_back(std::move(finding));
    }
}

}  // namespace coroscope::analysis
