// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QWidget;

namespace coroscope {

/// The languages to choose from, the current one checked, and the system's own.
[[nodiscard]] QMenu* makeLanguageMenu(QWidget* parent);

}  // namespace coroscope
