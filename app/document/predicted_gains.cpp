// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/predicted_gains.h"

#include <algorithm>

#include "app/document/what_if.h"
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

// What would cure a finding of a recording.
std::optional<replay::Change> cureOf(const Trace& trace, const Finding& finding)
{
    std::uint32_t event = finding.event;
    if (finding.kind == Kind::SequentialAwaits) {
        const auto awaitsFirst = [&](const Event& suspend) {
            return suspend.kind == EventKind::Suspend && suspend.task == finding.task &&
                   std::ranges::equal(trace.awaited(trace.wait(suspend)),
                                      std::span(finding.tasks).first(1));
        };
        for (event = 0; event < trace.size() && !awaitsFirst(trace.at(event)); ++event) {
        }
    } else if (finding.kind != Kind::BlockingCall) {
        return {};
    }
    if (event >= trace.size())
        return {};
    const std::vector<replay::Change> changes = replay::changesAt(trace, event);
    return changes.empty() ? std::nullopt : std::optional(changes.front());
}

}  // namespace

std::vector<Finding> findingsWithReplayedGains(const std::shared_ptr<const Timeline>& timeline)
{
    std::vector<Finding> findings = findingsOf(*timeline);
    const std::shared_ptr<const Trace> trace(timeline, &timeline->trace());
    for (const Kind kind : {Kind::BlockingCall, Kind::SequentialAwaits}) {
        const auto costliest = std::ranges::find(findings, kind, &Finding::kind);
        const auto cure = costliest == findings.end() ? std::nullopt : cureOf(*trace, *costliest);
        if (!cure)
            continue;
        if (const auto gain = replayedGain(trace, *cure); gain > Ticks{}) {
            costliest->gain = gain;
            costliest->text = findingText(*trace, *costliest);
        }
    }
    return findings;
}

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
