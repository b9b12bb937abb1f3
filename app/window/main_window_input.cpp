// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the window from outside: its size, files, and being closed.
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <utility>

#include "app/document/builtin_scenarios.h"
#include "app/models/problem_text.h"
#include "app/panels/status_strip.h"
#include "app/start/start_page.h"
#include "app/window/docks.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"
#include "app/window/settings.h"

namespace coroscope {
namespace {

// The first file of this computer; empty if there is none.
QString fileIn(const QMimeData& data)
{
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

}  // namespace

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitParts();
    if (m_start != nullptr)
        m_start->setGeometry(rect());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeaveRecording()) {
        event->ignore();
        return;
    }
    saveWindow(*this);
    m_docks->save();
    event->accept();
}

void MainWindow::buildOpening()
{
    connect(&m_opener, &DocumentOpener::opened, this, &MainWindow::hasOpened);
    connect(&m_opener, &DocumentOpener::failed, this,
            [this](const QString&, const QString& message) {
                leaveStart();
                m_status->setError(message);
                showTitle();
            });
    connect(&m_opener, &DocumentOpener::busyChanged, this, &MainWindow::isOpening);
    connect(&m_opener, &DocumentOpener::progressed, m_status, &StatusStrip::setProgress);
}

void MainWindow::open(const QString& nameOrFile)
{
    m_opener.open(nameOrFile);
}

void MainWindow::hasOpened(const QString& nameOrFile, Document& document)
{
    if (mayLeaveRecording()) {
        show(std::move(document));
        if (!builtinScenarios().contains(nameOrFile))
            rememberFile(nameOrFile);
    }
    showTitle();
}

void MainWindow::isOpening(bool isBusy)
{
    showBusy();
    if (!isBusy)
        return;
    leaveStart();
    m_status->setFinding(tr("Opening %1").arg(QFileInfo(m_opener.nameOrFile()).fileName()));
}

// What the strip's Cancel is for.
void MainWindow::cancel()
{
    if (!m_opener.isBusy())
        return m_comparison->cancel();
    m_opener.cancel();
    showFinding();
    showTitle();
}

void MainWindow::tellProblems()
{
    QStringList sentences = std::exchange(m_problems, {});
    const bool isKnown = !m_comparison->runs().empty() && !isRecording();
    if (m_header && m_header->isVirtual && isKnown && !m_hasToldTime) {
        m_hasToldTime = true;
        sentences << realTimeSentence(m_comparison->runs().front()->trace());
        sentences.removeAll(QString());
    }
    if (sentences.isEmpty())
        return;
    const QString more = sentences.size() == 1
                             ? QString()
                             : tr(" Other kinds of problems: %n. Point here to read them.", nullptr,
                                  static_cast<int>(sentences.size()) - 1);
    m_status->setError(sentences.front() + more);
    m_status->setMore(sentences);
}

void MainWindow::open()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a scenario or a trace"), {},
        tr("Scenarios and traces (*.scenario.json *.json *.trace.jsonl *.jsonl);;All files (*)"));
    if (!file.isEmpty())
        open(file);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!fileIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    open(fileIn(*event->mimeData()));
}

}  // namespace coroscope
