// SPDX-License-Identifier: GPL-3.0-or-later
// The start page over the window.
#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QStatusBar>

#include "app/start/start_page.h"
#include "app/window/actions.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"

namespace coroscope {

void MainWindow::buildStart()
{
    m_start = new StartPage(*m_menu, this);
    m_start->hide();
    connect(m_start, &StartPage::lessonChosen, this, [this](const QString& name) { open(name); });
    connect(m_start, &StartPage::fileChosen, this, [this](const QString& path) { open(path); });
    connect(m_start, &StartPage::openClicked, this, [this] { open(); });
    connect(m_start, &StartPage::themeClicked, this, &MainWindow::toggleTheme);
    connect(m_start, &StartPage::helpClicked, this, &MainWindow::showKeys);
    connect(m_start, &StartPage::left, this, &MainWindow::leaveStart);
}

void MainWindow::showStart()
{
    if (m_start == nullptr)
        buildStart();
    m_navigation->player().pause();
    enableParts(false);
    m_start->setRecent(recentFiles());
    m_start->setGeometry(rect());
    m_start->raise();
    m_start->show();
}

void MainWindow::leaveStart()
{
    if (m_start == nullptr || m_start->isHidden())
        return;
    m_start->hide();
    enableParts(true);
    m_centre->setFocus();
}

// What lies under the start page must not have the focus, and its keys must not act unseen.
void MainWindow::enableParts(bool isEnabled)
{
    for (QWidget* const part : {menuWidget(), centralWidget(), static_cast<QWidget*>(statusBar())})
        part->setEnabled(isEnabled);
    for (QDockWidget* const dock : findChildren<QDockWidget*>())
        dock->setEnabled(isEnabled);
    for (const ActionSpec& spec : actionTable()) {
        if (spec.group != ActionGroup::File && spec.group != ActionGroup::Help)
            findChild<QAction*>(QLatin1String(spec.id))->setEnabled(isEnabled);
    }
}

}  // namespace coroscope
