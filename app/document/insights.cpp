// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/insights.h"

#include <algorithm>

#include "app/document/predicted_gains.h"
#include "core/scenario/definition.h"

namespace coroscope {
namespace {

// Longer programs are not run again for what a fix would gain: the window would stand still.
constexpr std::size_t longestTried = 100'000;    // events
constexpr std::size_t longestReplayed = 30'000;  // events of a recording

// A background task that is cut off when main ends is the least: services have them on purpose.
bool isGraver(const Finding& one, const Finding& other)
{
    const auto isCutOff = [](const Finding& finding) {
        return finding.kind == Finding::Kind::NeverAwaited && finding.name.empty();
    };
    if (isCutOff(one) != isCutOff(other))
        return isCutOff(other);
    return one.kind != other.kind ? one.kind < other.kind : one.cost > other.cost;
}

}  // namespace

Insights::Insights(Comparison& comparison, QObject* parent)
    : QObject(parent), m_comparison(comparison)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(patience);
    connect(&m_timer, &QTimer::timeout, this, &Insights::find);
    connect(&comparison, &Comparison::runsChanged, &m_timer, qOverload<>(&QTimer::start));
    if (!comparison.runs().empty())
        m_timer.start();
}

void Insights::find()
{
    std::vector<Known> known;
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        const auto old = std::ranges::find(m_known, run, &Known::run);
        known.push_back(old != m_known.end() ? *old : Known{run, findFor(*run)});
    }
    m_known = std::move(known);
    Q_EMIT changed();
}

// Fixes can be tried on what can be run again.
std::vector<Finding> Insights::findFor(const ProgramRun& run) const
{
    const scenario::Scenario& scenario = m_comparison.scenario();
    const bool isRecording = scenario.definition().programs.empty();
    if (run.trace().size() > (isRecording ? longestReplayed : longestTried))
        return coroscope::findingsOf(*run.timeline);
    if (isRecording)
        return findingsWithReplayedGains(run.timeline);
    scenario::RunOptions options;
    options.parameters = m_comparison.parameters();
    options.maxEvents = 2 * longestTried;
    return findingsWithGains(scenario, run.name.toStdString(), options, *run.timeline);
}

const std::vector<Finding>& Insights::findingsOf(const ProgramRunPtr& run) const
{
    static const std::vector<Finding> none;
    const auto known = std::ranges::find(m_known, run, &Known::run);
    return known != m_known.end() ? known->findings : none;
}

std::size_t Insights::count() const
{
    std::size_t count = 0;
    for (const Known& known : m_known)
        count += known.findings.size();
    return count;
}

std::optional<Insights::Place> Insights::strongest() const
{
    std::optional<Place> strongest;
    const Finding* best = nullptr;
    for (std::size_t program = 0; program < m_known.size(); ++program) {
        const std::vector<Finding>& findings = m_known[program].findings;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (best != nullptr && !isGraver(findings[i], *best))
                continue;
            best = &findings[i];
            strongest = Place{program, i};
        }
    }
    return strongest;
}

}  // namespace coroscope
