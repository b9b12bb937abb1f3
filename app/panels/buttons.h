// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;

namespace coroscope {

/// A bare 32 × 32 button with an icon of the theme. `name` is its tooltip and accessible name.
[[nodiscard]] QToolButton* makeIconButton(const QString& icon, const QString& name);

}  // namespace coroscope
