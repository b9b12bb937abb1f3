// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/live_document.h"

#include <QDir>
#include <QFileInfo>
#include <QScopedValueRollback>
#include <algorithm>
#include <mutex>
#include <utility>

namespace coroscope {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds shortestPause = 200ms;
constexpr int pausePerRenewal = 5;  // times as long as a renewal takes
constexpr Ticks shownWhileFollowing = 10s;

}  // namespace

// What the worker's thread runs: the trace as it was at one moment.
struct LiveDocument::Snapshot {
    std::mutex mutex;
    std::shared_ptr<const Trace> trace = std::make_shared<Trace>();
};

LiveDocument::LiveDocument(Recording& recording, QObject* parent)
    : QObject(parent),
      m_recording(recording),
      m_snapshot(std::make_shared<Snapshot>()),
      m_pause(shortestPause)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &LiveDocument::renew);
    connect(&recording, &Recording::grew, this, &LiveDocument::renewSoon);
    connect(&recording, &Recording::ended, this, &LiveDocument::renewSoon);
}

Document LiveDocument::document() const
{
    const QString source = m_recording.program().source();
    const QString name =
        m_recording.program().isModule() ? source : QFileInfo(source).completeBaseName();
    const auto snapshot = m_snapshot;
    TraceHeader header;
    header.title = name.toStdString();
    header.source = QDir(m_recording.program().folder).absoluteFilePath(source).toStdString();
    header.isVirtual = m_recording.program().isVirtual;
    header.python = m_recording.pythonVersion().toStdString();
    header.pid = m_recording.processId();
    for (const QString& word : m_recording.program().command)
        header.command.push_back(word.toStdString());
    return recordedDocument(name, m_recording.file(), header, [snapshot] {
        const std::lock_guard lock(snapshot->mutex);
        return snapshot->trace;
    });
}

void LiveDocument::showIn(Comparison& comparison)
{
    m_comparison = &comparison;
    connect(&comparison, &Comparison::runsChanged, this, &LiveDocument::runsHaveChanged);
    // Also when somebody cancels it: the next one comes all the same.
    connect(&comparison, &Comparison::busyChanged, this, [this](bool isBusy) {
        if (!isBusy)
            renewalIsOver();
    });
    connect(&comparison.visibleRange(), &VisibleRange::changed, this,
            [this](const TimeSpan&, RangeChange how) { rangeHasChanged(how); });
}

void LiveDocument::follow()
{
    setFollowing(true);
    showEnd();
}

void LiveDocument::renewSoon()
{
    m_isOutdated = true;
    if (!m_isRenewing && !m_next.isActive())
        m_next.start(m_recording.isActive() ? m_pause : 0ms);
}

void LiveDocument::renew()
{
    if (m_comparison == nullptr || !m_isOutdated)
        return;
    m_isOutdated = false;
    m_isRenewing = true;
    m_renewal.start();
    // Nobody else may read the trace of the stream, which goes on growing.
    auto trace = std::make_shared<const Trace>(*m_recording.stream().trace());
    {
        const std::lock_guard lock(m_snapshot->mutex);
        m_snapshot->trace = std::move(trace);
    }
    m_comparison->reload();
}

void LiveDocument::runsHaveChanged()
{
    if (m_isFollowing)
        showEnd();
    renewalIsOver();
}

void LiveDocument::renewalIsOver()
{
    if (!std::exchange(m_isRenewing, false))
        return;
    m_pause =
        std::max(shortestPause, pausePerRenewal * std::chrono::milliseconds(m_renewal.elapsed()));
    if (m_isOutdated)
        renewSoon();
}

// The last seconds; all of a recording that is not longer. Once it has ended, all of it.
void LiveDocument::showEnd()
{
    const QScopedValueRollback showing(m_isShowingEnd, true);
    TimeSpan span = m_comparison->wholeSpan();
    if (m_recording.isActive())
        span.begin = std::max(span.begin, span.end - shownWhileFollowing);
    m_comparison->visibleRange().setSpan(span, RangeChange::Follow);
    m_comparison->playhead().setTime(m_comparison->longestTotal());
}

void LiveDocument::rangeHasChanged(RangeChange how)
{
    if (!m_isShowingEnd && how != RangeChange::Follow)
        setFollowing(false);
}

void LiveDocument::setFollowing(bool isFollowing)
{
    if (isFollowing == m_isFollowing)
        return;
    m_isFollowing = isFollowing;
    Q_EMIT followingChanged(isFollowing);
}

}  // namespace coroscope
