// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/predicted_gains.h"

#include <algorithm>

#include "core/scenario/fix.h"

namespace coroscope {
namespace {

using Kind = Finding::Kind;

// Awaits of plain calls within one task: the trace has no row for them, so main stands for it.
Finding awaitsInMain(const Trace& trace)
{
    Finding finding;
    finding.kind = Kind::SequentialAwaits;
    finding.task = TaskId{0};
    for (std::uint32_t i = 0; i < trace.size(); ++i) {
        if (trace.at(i).kind == EventKind::Suspend) {
            finding.event = i;
            finding.task = trace.at(i).task;
            finding.site = trace.wait(trace.at(i)).site;
            break;
        }
    }
    return finding;
}

void takeGatherGain(const Trace& trace, Ticks gain, std::vector<Finding>& findings)
{
    const auto isSequential = [](const Finding& finding) {
        return finding.kind == Kind::SequentialAwaits;
    };
    if (gain <= Ticks{}) {
        std::erase_if(findings, isSequential);
        return;
    }
    const auto known = std::ranges::count_if(findings, isSequential);
    if (known == 0) {
        const auto behind = std::ranges::find_if(
            findings, [](const Finding& finding) { return finding.kind > Kind::SequentialAwaits; });
        findings.insert(behind, awaitsInMain(trace));
    }
    if (known > 1)
        return;  // what each of them would bring is estimated already
    Finding& finding = *std::ranges::find_if(findings, isSequential);
    finding.gain = gain;
    finding.text = findingText(trace, finding);
}

void takeUnblockGain(const Trace& trace, Ticks gain, std::vector<Finding>& findings)
{
    const auto costliest = std::ranges::find(findings, Kind::BlockingCall, &Finding::kind);
    if (costliest == findings.end() || gain <= Ticks{})
        return;
    costliest->gain = gain;
    costliest->text = findingText(trace, *costliest);
}

}  // namespace

std::vector<Finding> findingsWithGains(const scenario::Scenario& scenario, std::string_view program,
                                       const scenario::RunOptions& options,
                                       const Timeline& timeline)
{
    std::vector<Finding> findings = findingsOf(timeline);
    const Trace& trace = timeline.trace();
    const bool hasEndedWell = trace.size() > 0 &&
                              trace.at(trace.size() - 1).kind == EventKind::End &&
                              trace.at(trace.size() - 1).word == Word::Ok;
    if (!hasEndedWell)
        return findings;
    const auto gainOf = [&](scenario::Fix fix) {
        return scenario::predictedGain(scenario, program, fix, options, timeline.end());
    };
    if (const auto gain = gainOf(scenario::Fix::GatherAwaits))
        takeGatherGain(trace, *gain, findings);
    const bool isBlocked =
        std::ranges::find(findings, Kind::BlockingCall, &Finding::kind) != findings.end();
    if (isBlocked) {
        if (const auto gain = gainOf(scenario::Fix::UnblockLoop))
            takeUnblockGain(trace, *gain, findings);
    }
    return findings;
}

}  // namespace coroscope
