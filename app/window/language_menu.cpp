// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/language_menu.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include "app/language/language.h"

namespace coroscope {
namespace {

class LanguageMenu {
    Q_DECLARE_TR_FUNCTIONS(coroscope::LanguageMenu)
};

// Each in itself: who lands in the wrong one must find the way back.
void addChoices(QMenu& menu, QActionGroup& group)
{
    for (const LanguageChoice& choice : Language::choices()) {
        QAction* const action = menu.addAction(choice.name);
        action->setObjectName(QStringLiteral("language-") + choice.code);
        action->setCheckable(true);
        group.addAction(action);
        keepTranslated(action, [action, &choice] {
            const Language& language = Language::current();
            action->setChecked(!language.followsSystem() && language.code() == choice.code);
        });
        QObject::connect(action, &QAction::triggered, action,
                         [&choice] { Language::current().set(choice.code); });
    }
}

}  // namespace

QMenu* makeLanguageMenu(QWidget* parent)
{
    auto* const menu = new QMenu(parent);
    auto* const group = new QActionGroup(menu);
    QAction* const system = menu->addAction(QString());
    system->setCheckable(true);
    group->addAction(system);
    QObject::connect(system, &QAction::triggered, system,
                     [] { Language::current().followSystem(); });
    addChoices(*menu, *group);
    keepTranslated(menu, [menu, system] {
        menu->setTitle(LanguageMenu::tr("Language"));
        system->setText(LanguageMenu::tr("As the system"));
        system->setChecked(Language::current().followsSystem());
    });
    return menu;
}

}  // namespace coroscope
