// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/insights.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <iterator>
#include <utility>

#include "app/document/predicted_gains.h"
#include "core/scenario/definition.h"

namespace coroscope {
namespace {

// Longer programs are not run again for what a fix would gain: one would wait for the rest.
constexpr std::size_t longestTried = 100'000;    // events
constexpr std::size_t longestReplayed = 30'000;  // events of a recording

// Fixes can be tried on what can be run again.
std::vector<Finding> findFor(const ProgramRun& run, const scenario::Scenario& scenario,
                             const scenario::ParameterValues& parameters)
{
    const bool isRecording = scenario.definition().programs.empty();
    if (run.trace().size() > (isRecording ? longestReplayed : longestTried))
        return findingsOf(*run.timeline);
    if (isRecording)
        return findingsWithReplayedGains(run.timeline);
    scenario::RunOptions options;
    options.parameters = parameters;
    options.maxEvents = 2 * longestTried;
    return findingsWithGains(scenario, run.name.toStdString(), options, *run.timeline);
}

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
    m_longTimer.setSingleShot(true);
    m_longTimer.setInterval(longSearch);
    connect(&m_timer, &QTimer::timeout, this, &Insights::find);
    connect(&m_longTimer, &QTimer::timeout, this, &Insights::changed);
    connect(&comparison, &Comparison::runsChanged, &m_timer, qOverload<>(&QTimer::start));
    if (!comparison.runs().empty())
        m_timer.start();
}

void Insights::find()
{
    if (m_isFinding) {
        m_isOutdated = true;
        return;
    }
    std::vector<ProgramRunPtr> unknown;
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        if (std::ranges::find(m_known, run, &Known::run) == m_known.end())
            unknown.push_back(run);
    }
    m_isFinding = true;
    if (unknown.empty()) {
        take({});
        return;
    }
    m_longTimer.start();
    // Who waits for nothing can be deleted meanwhile.
    const auto work = [insights = QPointer(this), unknown, scenario = m_comparison.scenario(),
                       parameters = m_comparison.parameters()] {
        std::vector<Known> found;
        for (const ProgramRunPtr& run : unknown)
            found.push_back({run, findFor(*run, scenario, parameters)});
        const auto answer = [insights, found = std::move(found)]() mutable {
            if (insights)
                insights->take(std::move(found));
        };
        QMetaObject::invokeMethod(qApp, std::move(answer), Qt::QueuedConnection);
    };
    QThreadPool::globalInstance()->start(work);
}

void Insights::take(std::vector<Known> found)
{
    std::ranges::move(m_known, std::back_inserter(found));
    m_known.clear();
    for (const ProgramRunPtr& run : m_comparison.runs()) {
        const auto known = std::ranges::find(found, run, &Known::run);
        if (known != found.end())
            m_known.push_back(*known);
    }
    m_isFinding = false;
    m_longTimer.stop();
    if (std::exchange(m_isOutdated, false))
        find();
    else
        Q_EMIT changed();
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
