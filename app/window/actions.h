// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <array>
#include <span>

namespace coroscope {

class MainWindow;

enum class ActionGroup { File, Play, Select, View, Help };
inline constexpr std::array actionGroups{ActionGroup::File, ActionGroup::Play, ActionGroup::Select,
                                         ActionGroup::View, ActionGroup::Help};

/// One thing that the window can do: an entry of its menu, with its keys.
struct ActionSpec {
    const char* id;  ///< the QAction's object name
    ActionGroup group;
    const char* englishText;
    std::array<const char*, 3> keys;  ///< the first is the one that menus show; null: none
    void (*trigger)(MainWindow& window);

    [[nodiscard]] QString text() const;
    [[nodiscard]] QList<QKeySequence> shortcuts() const;
};

/// The one table of actions: menus, shortcuts and the list of keys derive from it.
[[nodiscard]] std::span<const ActionSpec> actionTable();

[[nodiscard]] QString titleOf(ActionGroup group);

}  // namespace coroscope
