// SPDX-License-Identifier: GPL-3.0-or-later
// Recording a program in the window.
#include <QLocale>
#include <QMessageBox>
#include <cstring>

#include "app/panels/recording_pill.h"
#include "app/panels/status_strip.h"
#include "app/panels/transport_bar.h"
#include "app/panels/view_bar.h"
#include "app/record/kept_recordings.h"
#include "app/record/live_document.h"
#include "app/record/recording.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"
#include "app/window/record_dialog.h"

namespace coroscope {
namespace {

using namespace std::chrono_literals;

constexpr auto showProgressEach = 250ms;

}  // namespace

void MainWindow::record()
{
    if (!mayLeaveRecording())
        return;
    RecordDialog dialog(this);
    if (dialog.exec() == QDialog::Accepted)
        record(dialog.program());
}

void MainWindow::record(const RecordedProgram& program)
{
    auto recording = std::make_unique<Recording>(program, newRecordingFile(program.source()));
    const Status started = recording->start();
    if (!started) {
        leaveStart();
        m_status->setError(QString::fromStdString(started.error().text()));
        return;
    }
    // Now: it stays there also if this window is killed.
    rememberFile(recording->file());
    auto mark = std::make_unique<WatchMark>(recording->file());
    auto live = std::make_unique<LiveDocument>(*recording);
    show(live->document());
    m_recording = std::move(recording);
    m_watchMark = std::move(mark);
    m_live = std::move(live);
    m_live->showIn(*m_comparison);
    connect(m_recording.get(), &Recording::ended, this, &MainWindow::recordingHasEnded);
    connect(m_recording.get(), &Recording::failed, m_status, &StatusStrip::setError);
    connect(m_live.get(), &LiveDocument::followingChanged, this, &MainWindow::showRecording);
    m_recordingClock.start(showProgressEach);
    showRecording();
}

void MainWindow::buildRecording()
{
    RecordingPill& pill = m_transport->recordingPill();
    connect(&pill, &RecordingPill::stopClicked, this, [this] {
        m_recording->stop();
        m_transport->recordingPill().setStopping(true);
    });
    connect(m_viewBar, &ViewBar::goLiveClicked, this, [this] { m_live->follow(); });
    connect(&m_recordingClock, &QTimer::timeout, this, &MainWindow::showRecording);
}

bool MainWindow::isRecording() const
{
    return m_recording != nullptr && m_recording->isActive();
}

void MainWindow::showRecording()
{
    const bool isActive = isRecording();
    m_transport->setRecording(isActive);
    m_viewBar->setGoLiveShown(isActive && !m_live->isFollowing());
    if (isActive)
        m_transport->recordingPill().setProgress(m_recording->elapsed(),
                                                 m_recording->stream().trace()->size());
}

void MainWindow::recordingHasEnded()
{
    m_recordingClock.stop();
    m_watchMark.reset();
    m_transport->recordingPill().setStopping(false);
    showRecording();
    const QString text = endOfRecordingText();
    if (!text.isEmpty())
        m_status->setError(text);
}

// What is worth knowing besides what the trace shows; empty: nothing.
QString MainWindow::endOfRecordingText() const
{
    QStringList parts;
    const RecordedEnd end = m_recording->end().value_or(RecordedEnd{});
    if (end.signal != 0)
        parts << tr("The program was killed by signal %1 (%2).")
                     .arg(end.signal)
                     .arg(QString::fromLocal8Bit(strsignal(end.signal)));
    else if (end.status != 0)
        parts << tr("The program ended with exit status %1.").arg(end.status);
    if (const auto lost = m_recording->stream().lost(); lost > 0)
        parts << tr("%1 events were lost.").arg(QLocale().toString(qulonglong(lost)));
    if (m_recording->stream().trace()->size() == 0)
        parts << tr("Nothing was recorded.");
    return parts.join(QLatin1Char(' '));
}

// Asks before a program is stopped because something else is to be shown.
bool MainWindow::mayLeaveRecording()
{
    if (!isRecording())
        return true;
    const auto answer =
        QMessageBox::question(this, tr("Recording"), tr("A program is being recorded. Stop it?"),
                              QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
    if (answer != QMessageBox::Yes)
        return false;
    leaveRecording();
    return true;
}

void MainWindow::leaveRecording()
{
    m_recordingClock.stop();
    m_live.reset();
    m_recording.reset();
    m_watchMark.reset();
    m_transport->recordingPill().setStopping(false);
    showRecording();
}

}  // namespace coroscope
