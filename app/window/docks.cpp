// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/docks.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QSettings>

#include "app/panels/bottom_dock.h"
#include "app/panels/details_dock.h"
#include "app/panels/dock_grip.h"
#include "app/panels/left_dock.h"
#include "app/window/settings.h"

namespace coroscope {
namespace {

// Counts up when docks are added or renamed: an older state would misplace them.
constexpr int stateVersion = 2;
constexpr int foldBelow = 760;

const QString stateKey = QStringLiteral("docks/state");
const QString foldedKey = QStringLiteral("docks/folded");
const QString tabKey = QStringLiteral("docks/tab");

}  // namespace

Docks::Docks(QMainWindow& window, LeftDock& left)
    : QObject(&window),
      m_window(window),
      m_leftContent(left),
      m_left(new QDockWidget(&window)),
      m_bottom(new BottomDock(&window)),
      m_details(new DetailsDock(&window))
{
    m_left->setObjectName(QStringLiteral("left"));
    m_left->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    m_left->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    m_left->setTitleBarWidget(new DockGrip);
    m_left->setWidget(&left);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    place();
    retranslate();
    connect(m_bottom, &BottomDock::foldClicked, this, &Docks::toggleFolded);
    window.installEventFilter(this);
}

void Docks::place()
{
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_left);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_bottom);
    m_window.addDockWidget(Qt::RightDockWidgetArea, m_details);
    m_left->show();
    m_bottom->show();
    m_details->hide();
    m_window.resizeDocks({m_bottom}, {BottomDock::usualHeight}, Qt::Vertical);
}

QList<QAction*> Docks::toggles() const
{
    return {m_left->toggleViewAction(), m_bottom->toggleViewAction(),
            m_details->toggleViewAction()};
}

void Docks::fit()
{
    m_leftContent.setRail(m_isRecording || m_window.width() < LeftDock::railBelow);
    m_bottom->setFolded(m_wantsFolded.value_or(m_window.height() < foldBelow));
}

void Docks::setDocument(Comparison& comparison, Insights& insights, bool isRecording)
{
    using Details = BottomDock::Details;
    m_isRecording = isRecording;
    m_details->clear();
    m_bottom->setDocument(comparison, insights, isRecording ? Details::Elsewhere : Details::Here);
    if (isRecording)
        m_details->setDocument(comparison);
    m_details->toggleViewAction()->setEnabled(isRecording);
    fit();
}

void Docks::clear()
{
    m_bottom->clear();
    m_details->clear();
}

void Docks::toggleFolded()
{
    m_wantsFolded = !m_bottom->isFolded();
    m_bottom->setFolded(*m_wantsFolded);
}

void Docks::reset()
{
    m_wantsFolded.reset();
    m_bottom->setFolded(false);
    place();
    m_bottom->setCurrentTab(BottomDock::LoopTab);
    fit();
}

void Docks::restore()
{
    const QSettings settings;
    if (settings.contains(foldedKey))
        m_wantsFolded = settings.value(foldedKey).toBool();
    const int tab = settings.value(tabKey, 0).toInt();
    if (tab >= 0 && tab < BottomDock::tabCount)
        m_bottom->setCurrentTab(static_cast<BottomDock::Tab>(tab));
    m_window.restoreState(unsealed(settings.value(stateKey).toByteArray()), stateVersion);
    m_details->hide();  // until something is selected
    fit();
}

void Docks::save() const
{
    QSettings settings;
    settings.setValue(stateKey, sealed(m_window.saveState(stateVersion)));
    settings.setValue(tabKey, static_cast<int>(m_bottom->currentTab()));
    if (m_wantsFolded)
        settings.setValue(foldedKey, *m_wantsFolded);
    else
        settings.remove(foldedKey);
}

bool Docks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void Docks::retranslate()
{
    m_left->setWindowTitle(tr("Durations and strategies"));
}

}  // namespace coroscope
