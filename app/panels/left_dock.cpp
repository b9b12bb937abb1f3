// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/left_dock.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/panels/buttons.h"
#include "app/panels/durations_panel.h"
#include "app/panels/group_popup.h"
#include "app/panels/hairline.h"
#include "app/panels/key_panel.h"
#include "app/panels/panel_margins.h"
#include "app/panels/strategies_panel.h"
#include "app/style/style.h"

namespace coroscope {
namespace {

QLayout* insetHairline()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(panelMargin, 0, panelRightMargin, 0);
    row->addWidget(new Hairline(Qt::Horizontal));
    return row;
}

}  // namespace

LeftDock::LeftDock(QWidget* parent)
    : QWidget(parent),
      m_durations(new DurationsPanel),
      m_strategies(new StrategiesPanel),
      m_groups{m_durations, m_strategies, new KeyPanel},
      m_stack(new QScrollArea),
      m_rail(buildRail())
{
    m_stack->setFrameShape(QFrame::NoFrame);
    m_stack->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->setWidgetResizable(true);
    m_stack->setFocusPolicy(Qt::NoFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 1, 0);
    row->setSpacing(0);
    row->addWidget(m_stack);
    row->addWidget(m_rail);
    stackGroups();
    m_rail->hide();
    setFixedWidth(fullWidth);
}

LeftDock::~LeftDock()
{
    if (m_popup)
        m_popup->keepPanel();
    delete m_popup;
}

QWidget* LeftDock::buildRail()
{
    const struct {
        QString icon;
        QString (*name)();
    } entries[groupCount] = {
        {QStringLiteral("durations"), [] { return tr("Durations"); }},
        {QStringLiteral("strategies"), [] { return tr("Strategies"); }},
        {QStringLiteral("key"), [] { return tr("Key"); }},
    };
    auto* rail = new QWidget;
    auto* column = new QVBoxLayout(rail);
    column->setContentsMargins(6, 4, 5, 4);
    column->setSpacing(4);
    for (std::size_t i = 0; i < groupCount; ++i) {
        m_railButtons[i] = makeIconButton(entries[i].icon, entries[i].name);
        column->addWidget(m_railButtons[i]);
        connect(m_railButtons[i], &QToolButton::clicked, this, [this, i] { openGroup(i); });
    }
    column->addStretch();
    return rail;
}

void LeftDock::stackGroups()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* group : m_groups) {
        if (group != m_groups.front())
            column->addLayout(insetHairline());
        column->addWidget(group);
        group->show();
    }
    column->addStretch();
    m_stack->setWidget(content);
    content->setAutoFillBackground(false);
    m_stack->viewport()->setAutoFillBackground(false);
}

void LeftDock::setHasDurations(bool hasDurations)
{
    m_railButtons.front()->setVisible(hasDurations);
}

void LeftDock::setRail(bool isRail)
{
    if (isRail == m_isRail)
        return;
    m_isRail = isRail;
    if (isRail) {
        // The groups wait, hidden, until one is opened.
        for (QWidget* group : m_groups) {
            group->hide();
            group->setParent(this);
        }
    } else {
        delete m_popup;
        stackGroups();
    }
    m_stack->setVisible(!isRail);
    m_rail->setVisible(isRail);
    setFixedWidth(isRail ? railWidth : fullWidth);
}

void LeftDock::openGroup(std::size_t group)
{
    delete m_popup;
    m_popup = new GroupPopup(*m_groups[group], *this);
    const QToolButton& button = *m_railButtons[group];
    m_popup->move(mapToGlobal(QPoint(width() + 4, button.y())));
    m_popup->show();
    m_popup->setFocus(Qt::PopupFocusReason);
}

void LeftDock::paintEvent(QPaintEvent*)
{
    const Palette& palette = Style::current().palette();
    QPainter painter(this);
    painter.fillRect(rect(), palette.ground);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), palette.line);
}

}  // namespace coroscope
