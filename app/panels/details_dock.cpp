// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/details_dock.h"

#include <QHBoxLayout>
#include <QMainWindow>
#include <QToolButton>
#include <utility>

#include "app/document/explorer.h"
#include "app/language/language.h"
#include "app/panels/buttons.h"
#include "app/panels/details_panel.h"
#include "app/panels/text_label.h"

namespace coroscope {
namespace {

constexpr int headHeight = 36;
constexpr int smallBelow = 1240;  // width of the window

}  // namespace

DetailsDock::DetailsDock(QWidget* parent) : QDockWidget(parent)
{
    setObjectName(QStringLiteral("details"));
    setFeatures(DockWidgetClosable | DockWidgetMovable);
    setMinimumWidth(smallWidth);
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    buildHead();
    keepTranslated(this, [this] { setWindowTitle(tr("Details")); });
    hide();
}

void DetailsDock::buildHead()
{
    auto* head = new QWidget;
    head->setFixedHeight(headHeight);
    auto* title = new TextLabel(TextRole::Heading, &Palette::ink2);
    keepTranslated(title, [title] { title->setText(tr("Details")); });
    QToolButton* const previous = makeIconButton(QStringLiteral("chevron-left"),
                                                 [] { return tr("Previous segment of the row"); });
    QToolButton* const next = makeIconButton(QStringLiteral("chevron-right"),
                                             [] { return tr("Next segment of the row"); });
    QToolButton* const close =
        makeIconButton(QStringLiteral("close"), [] { return tr("Close the details"); });
    connect(previous, &QToolButton::clicked, this, [this] { selectNeighbour(-1); });
    connect(next, &QToolButton::clicked, this, [this] { selectNeighbour(1); });
    connect(close, &QToolButton::clicked, this, [this] {
        m_isUnwanted = true;
        hide();
    });
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(0);
    row->addWidget(title, 1);
    for (QToolButton* const button : {previous, next, close})
        row->addWidget(button);
    setTitleBarWidget(head);
}

void DetailsDock::setDocument(Comparison& comparison)
{
    clear();
    m_comparison = &comparison;
    m_details = new DetailsPanel(comparison);
    setWidget(m_details);
    connect(&comparison.view().selection, &Selection::changed, this, &DetailsDock::showSelection);
}

void DetailsDock::clear()
{
    if (m_comparison != nullptr)
        m_comparison->view().selection.disconnect(this);
    m_comparison = nullptr;
    delete std::exchange(m_details, nullptr);
    m_isUnwanted = false;
    hide();
}

void DetailsDock::showSelection()
{
    if (m_isUnwanted || isVisible() || m_comparison->view().selection.isEmpty())
        return;
    show();
    if (auto* const window = qobject_cast<QMainWindow*>(parentWidget())) {
        const bool isSmall = window->width() < smallBelow;
        window->resizeDocks({this}, {isSmall ? smallWidth : usualWidth}, Qt::Horizontal);
    }
}

void DetailsDock::selectNeighbour(int direction)
{
    if (m_comparison != nullptr)
        Explorer(*m_comparison).selectNeighbour(direction);
}

}  // namespace coroscope
