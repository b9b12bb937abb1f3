// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/event_filter_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <algorithm>

#include "app/models/event_text.h"
#include "app/panels/buttons.h"
#include "app/style/icons.h"

namespace coroscope {
namespace {

constexpr qsizetype mostTasks = 40;  // that a menu can offer; the text finds the others

}  // namespace

EventFilterBar::EventFilterBar(EventFilter& filter, QWidget* parent)
    : QWidget(parent),
      m_filter(filter),
      m_text(new QLineEdit),
      m_button(makeIconButton(QStringLiteral("filter"),
                              [] { return tr("Filter events by kind or task"); })),
      m_menu(new QMenu(this))
{
    m_text->setObjectName(QStringLiteral("slim"));
    m_text->setClearButtonEnabled(true);
    m_text->setFixedWidth(124);
    m_button->setFixedSize(24, 24);
    m_button->setIconSize({16, 16});
    m_button->setMenu(m_menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_text);
    row->addWidget(m_button);
    connect(m_menu, &QMenu::aboutToShow, this, &EventFilterBar::fillMenu);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter.setText(text);
        tell();
    });
    retranslate();
}

void EventFilterBar::fillMenu()
{
    m_menu->clear();
    addKinds(*m_menu);
    m_menu->addSeparator();
    addTasks(*m_menu->addMenu(tr("Only one task")));
    m_menu->addSeparator();
    QAction* const all = m_menu->addAction(tr("Show all events"));
    all->setEnabled(m_filter.isActive());
    connect(all, &QAction::triggered, this, &EventFilterBar::clear);
}

void EventFilterBar::addKinds(QMenu& menu)
{
    for (int i = 0; i < eventKindCount; ++i) {
        const auto kind = static_cast<EventKind>(i);
        QAction* const action = menu.addAction(kindText(kind));
        action->setCheckable(true);
        action->setChecked(m_filter.isShown(kind));
        connect(action, &QAction::toggled, this, [this, kind](bool isShown) {
            m_filter.setShown(kind, isShown);
            tell();
        });
    }
}

void EventFilterBar::addTasks(QMenu& menu)
{
    const auto add = [&](const QString& name, std::optional<TaskId> task) {
        QAction* const action = menu.addAction(name);
        action->setCheckable(true);
        action->setChecked(m_filter.task() == task);
        connect(action, &QAction::triggered, this, [this, task] {
            m_filter.setTask(task);
            tell();
        });
    };
    add(tr("All tasks"), {});
    const qsizetype count = m_run ? std::min(m_run->rows.size(), mostTasks) : 0;
    for (qsizetype i = 0; i < count; ++i)
        add(m_run->rows[i], TaskId{static_cast<std::uint32_t>(i)});
}

void EventFilterBar::clear()
{
    m_filter.clear();
    m_text->clear();
    tell();
}

// The button shows that something is left out even while its menu is closed.
void EventFilterBar::tell()
{
    m_button->setIcon(themeIcon(QStringLiteral("filter"),
                                m_filter.isActive() ? &Palette::ink : &Palette::ink2,
                                m_filter.isActive() ? IconFill::Filled : IconFill::Outline));
    Q_EMIT changed();
}

void EventFilterBar::retranslate()
{
    m_text->setPlaceholderText(tr("Filter"));
    m_text->setAccessibleName(tr("Filter events by text"));
}

void EventFilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

}  // namespace coroscope
