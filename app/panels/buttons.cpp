// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/buttons.h"

#include <QToolButton>

#include "app/language/language.h"
#include "app/style/icons.h"

namespace coroscope {

QToolButton* makeIconButton(const QString& icon, const std::function<QString()>& name)
{
    auto* button = new QToolButton;
    button->setIcon(themeIcon(icon));
    button->setIconSize({20, 20});
    button->setFixedSize(32, 32);
    button->setFocusPolicy(Qt::TabFocus);
    keepTranslated(button, [button, name] { setButtonName(*button, name()); });
    return button;
}

void setButtonName(QWidget& button, const QString& name)
{
    button.setToolTip(name);
    button.setAccessibleName(name);
}

}  // namespace coroscope
