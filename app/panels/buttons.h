// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QToolButton;
class QWidget;

namespace coroscope {

/// A bare 32 × 32 button with an icon of the theme. `name` gives its name in the current language.
[[nodiscard]] QToolButton* makeIconButton(const QString& icon,
                                          const std::function<QString()>& name);

/// The name of a button without words: its tooltip and accessible name.
void setButtonName(QWidget& button, const QString& name);

}  // namespace coroscope
