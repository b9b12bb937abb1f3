// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to the window from outside: its size, files, and being closed.
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

#include "app/document/builtin_scenarios.h"
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

void MainWindow::open(const QString& nameOrFile)
{
    auto opened = openDocument(nameOrFile);
    if (opened && !mayLeaveRecording())
        return showTitle();
    if (opened) {
        show(std::move(opened).value());
        if (!builtinScenarios().contains(nameOrFile))
            rememberFile(nameOrFile);
    } else {
        leaveStart();
        m_status->setError(QString::fromStdString(opened.error().text()));
    }
    showTitle();
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
