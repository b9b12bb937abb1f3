// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/style_sheet.h"

#include <array>
#include <utility>

namespace coroscope {
namespace {

constexpr char sheet[] = R"(
QPushButton {
    background: @card; border: 1px solid @ctl; border-radius: 8px;
    color: @ink; padding: 0 11px; min-height: 30px;
}
QPushButton:hover { background: @tint; }
QPushButton:pressed { background: @badge; }
QPushButton:disabled { border-color: @line; color: @inkPale; }
QPushButton#stop { min-height: 24px; border-radius: 6px; padding: 0 8px; }
QPushButton#cancel { min-height: 20px; border-radius: 6px; padding: 0 8px; }
QPushButton:default { background: @ink; border-color: @ink; color: @card; }
QPushButton:default:hover, QPushButton:default:pressed { background: @ink2; }
QPushButton:default:disabled { background: @track; border-color: @track; }

QToolButton {
    background: transparent; border: none; border-radius: 8px; color: @ink2;
}
QToolButton:hover { background: @tint; }
QToolButton:pressed, QToolButton:open { background: @badge; }
QToolButton:checked { background: @badge; }
QToolButton:disabled { color: @inkPale; }
QToolButton::menu-indicator { image: none; }
QToolButton[look="filled"] { background: @ink; border-radius: 10px; }
QToolButton[look="filled"]:hover, QToolButton[look="filled"]:pressed { background: @ink2; }
QToolButton[look="filled"]:disabled { background: @track; }
QToolButton[look="segment"] { padding: 0 5px; color: @ink2; border: 1px solid transparent; }
QToolButton[look="segment"]:checked {
    background: @card; border: 1px solid @ctl; color: @ink;
}

QLineEdit {
    background: @card; border: 1px solid @susE; border-radius: 6px; color: @ink;
    padding: 0 6px; min-height: 24px; selection-background-color: @phT; selection-color: @ink;
}
QLineEdit#slim { min-height: 20px; padding: 0 4px; }
QLineEdit:hover { border-color: @ink2; }
QLineEdit:disabled { border-color: @line; color: @inkPale; }

QCheckBox { color: @ink2; }
QCheckBox:checked { color: @ink; }
QCheckBox:disabled { color: @inkPale; }

QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; border: none; border-bottom: 2px solid transparent;
    color: @ink2; padding: 8px 0; margin: 0 10px;
}
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @ink; border-bottom-color: @ink; }
QTabBar#texts::tab { padding: 6px 0 4px 0; margin: 0 4px 0 10px; border: none; }
QTabWidget::pane { border: none; }

QMainWindow::separator { background: @ground; width: 3px; height: 3px; }
QMainWindow::separator:hover { background: @track; }
QDockWidget { color: @ink2; }
QDockWidget::title { background: @ground; padding: 8px 16px; }
QStatusBar { background: @ground; color: @ink2; border-top: 1px solid @line; }
QStatusBar::item { border: none; }
QToolBar { background: @ground; border: none; }
QScrollArea { background: transparent; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @track; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @susE; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenuBar { background: @ground; color: @ink2; }
QMenuBar::item { padding: 4px 10px; background: transparent; border-radius: 6px; }
QMenuBar::item:selected { background: @tint; color: @ink; }
QMenu { background: @card; border: 1px solid @ctl; border-radius: 8px; padding: 4px; }
QMenu::item { color: @ink; padding: 5px 28px 5px 12px; border-radius: 6px; }
QMenu::item:selected { background: @tint; }
QMenu::item:disabled { color: @inkPale; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }

coroscope--Combo {
    background: @card; border: 1px solid @ctl; border-radius: 8px; color: @ink;
    padding: 0 12px; min-height: 30px;
}
coroscope--Combo:hover { background: @tint; }
coroscope--Combo:on { background: @badge; }
coroscope--Combo:disabled { border-color: @line; color: @inkPale; }
coroscope--Combo::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView {
    background: @card; border: 1px solid @ctl; border-radius: 8px; padding: 4px; color: @ink;
    outline: none;
    selection-background-color: @tint; selection-color: @ink;
}
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 6px; }
QComboBox QAbstractItemView::item:selected { background: @tint; color: @ink; }

QHeaderView::section {
    background: @ground; color: @ink3; border: none; border-bottom: 1px solid @line;
    padding: 4px 8px;
}
QHeaderView#slim::section { padding: 4px 3px; }
QProgressBar { background: @track; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: @ink2; border-radius: 2px; }
QToolTip {
    background: @card; color: @ink2; border: 1px solid @ctl; border-radius: 8px; padding: 2px 4px;
}
)";

constexpr std::array tokens{
    std::pair{"@ground", &Palette::ground}, std::pair{"@card", &Palette::card},
    std::pair{"@line", &Palette::line},     std::pair{"@ctl", &Palette::ctl},
    std::pair{"@track", &Palette::track},   std::pair{"@tint", &Palette::tint},
    std::pair{"@badge", &Palette::badge},   std::pair{"@ink2", &Palette::ink2},
    std::pair{"@ink3", &Palette::ink3},     std::pair{"@susE", &Palette::suspendedEdge},
    std::pair{"@phT", &Palette::nowTint},
};

}  // namespace

QString styleSheet(const Palette& palette)
{
    QString text = QString::fromLatin1(sheet);
    const QColor& ink = palette.ink;
    text.replace(
        QLatin1String("@inkPale"),
        QStringLiteral("rgba(%1, %2, %3, 40%)").arg(ink.red()).arg(ink.green()).arg(ink.blue()));
    for (const auto& [name, colour] : tokens)
        text.replace(QLatin1String(name), (palette.*colour).name());
    // Last, since other names begin with it.
    text.replace(QLatin1String("@ink"), ink.name());
    return text;
}

}  // namespace coroscope
