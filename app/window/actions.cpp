// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/actions.h"

#include <QCoreApplication>

#include "app/window/main_window.h"

namespace coroscope {
namespace {

constexpr double zoomStep = 1.5;
constexpr double panStep = 0.15;

constexpr std::array table{
    ActionSpec{"open",
               ActionGroup::File,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Open…"),
               {"Ctrl+O"},
               [](MainWindow& w) { w.open(); }},
    ActionSpec{"record",
               ActionGroup::File,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Record a Python program…"),
               {"Ctrl+R"},
               [](MainWindow& w) { w.record(); }},
    ActionSpec{"lessons",
               ActionGroup::File,
               QT_TRANSLATE_NOOP("coroscope::Actions", "All lessons"),
               {"Alt+Home"},
               [](MainWindow& w) { w.showStart(); }},
    ActionSpec{"export",
               ActionGroup::File,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Export…"),
               {"Ctrl+E"},
               [](MainWindow& w) { w.exportPicture(); }},
    ActionSpec{"quit",
               ActionGroup::File,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Quit"),
               {"Ctrl+Q"},
               [](MainWindow& w) { w.close(); }},

    ActionSpec{"play",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Play or pause"),
               {"Space"},
               [](MainWindow& w) { w.navigation().togglePlay(); }},
    ActionSpec{"stepForward",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Step forward"),
               {"Right", "N"},
               [](MainWindow& w) { w.navigation().stepForward(); }},
    ActionSpec{"stepBack",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Step back"),
               {"Left", "Shift+N"},
               [](MainWindow& w) { w.navigation().stepBack(); }},
    ActionSpec{"eventForward",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "One event forward"),
               {"Shift+Right"},
               [](MainWindow& w) { w.navigation().stepForward(StepUnit::Event); }},
    ActionSpec{"eventBack",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "One event back"),
               {"Shift+Left"},
               [](MainWindow& w) { w.navigation().stepBack(StepUnit::Event); }},
    ActionSpec{"turnForward",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "One turn of the loop forward"),
               {"Ctrl+Right"},
               [](MainWindow& w) { w.navigation().stepForward(StepUnit::LoopTurn); }},
    ActionSpec{"turnBack",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "One turn of the loop back"),
               {"Ctrl+Left"},
               [](MainWindow& w) { w.navigation().stepBack(StepUnit::LoopTurn); }},
    ActionSpec{"toStart",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "To the start"),
               {"Home"},
               [](MainWindow& w) { w.navigation().toStart(); }},
    ActionSpec{"toEnd",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "To the end"),
               {"End"},
               [](MainWindow& w) { w.navigation().toEnd(); }},
    ActionSpec{"resetDurations",
               ActionGroup::Play,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Reset the durations"),
               {"Ctrl+Backspace"},
               [](MainWindow& w) { w.comparison().resetParameters(); }},

    ActionSpec{"nextSegment",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Next segment of the row"),
               {"."},
               [](MainWindow& w) { w.explorer().selectNeighbour(1); }},
    ActionSpec{"previousSegment",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Previous segment of the row"),
               {","},
               [](MainWindow& w) { w.explorer().selectNeighbour(-1); }},
    ActionSpec{"cause",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "To the cause"),
               {"]"},
               [](MainWindow& w) { w.explorer().selectCause(); }},
    ActionSpec{"effect",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "To the effect"),
               {"["},
               [](MainWindow& w) { w.explorer().selectEffect(); }},
    ActionSpec{"search",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Search tasks"),
               {"Ctrl+F"},
               [](MainWindow& w) { w.search(); }},
    ActionSpec{"mark",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Mark this moment"),
               {"M"},
               [](MainWindow& w) { w.explorer().toggleMark(); }},
    ActionSpec{"escape",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Let go"),
               {"Esc"},
               [](MainWindow& w) { w.letGo(); }},
    ActionSpec{"undo",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Undo a change of durations"),
               {"Ctrl+Z"},
               [](MainWindow& w) { w.comparison().undo(); }},
    ActionSpec{"redo",
               ActionGroup::Select,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Redo it"),
               {"Ctrl+Shift+Z", "Ctrl+Y"},
               [](MainWindow& w) { w.comparison().redo(); }},

    ActionSpec{"zoomIn",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Zoom in"),
               {"+", "=", "W"},
               [](MainWindow& w) { w.navigation().zoom(zoomStep); }},
    ActionSpec{"zoomOut",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Zoom out"),
               {"-", "S"},
               [](MainWindow& w) { w.navigation().zoom(1 / zoomStep); }},
    ActionSpec{"panLeft",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Show earlier times"),
               {"A"},
               [](MainWindow& w) { w.navigation().pan(-panStep); }},
    ActionSpec{"panRight",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Show later times"),
               {"D"},
               [](MainWindow& w) { w.navigation().pan(panStep); }},
    ActionSpec{"fit",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Show the whole time"),
               {"0"},
               [](MainWindow& w) { w.navigation().fit(); }},
    ActionSpec{"focus",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Show the selection, again to fit it"),
               {"F"},
               [](MainWindow& w) { w.explorer().focus(); }},
    ActionSpec{"order",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Axis: time or order"),
               {"O"},
               [](MainWindow& w) { w.comparison().view().axis.toggle(); }},
    ActionSpec{"back",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Where you looked before"),
               {"Alt+Left"},
               [](MainWindow& w) { w.comparison().view().history.undo(); }},
    ActionSpec{"forth",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Where you looked next"),
               {"Alt+Right"},
               [](MainWindow& w) { w.comparison().view().history.redo(); }},
    ActionSpec{"resources",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Fold or unfold locks and queues"),
               {"L"},
               [](MainWindow& w) { w.comparison().view().resourcesFolded.toggle(); }},
    ActionSpec{"criticalPath",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Mark what decides the total time"),
               {"C"},
               [](MainWindow& w) { w.comparison().view().showsCriticalPath.toggle(); }},
    ActionSpec{"theme",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Light or dark"),
               {"Ctrl+T"},
               [](MainWindow& w) { w.toggleTheme(); }},
    ActionSpec{"events",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Fold or unfold the bottom panel"),
               {"Ctrl+J"},
               [](MainWindow& w) { w.toggleEvents(); }},
    ActionSpec{"findings",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Show what is wrong"),
               {"Ctrl+I"},
               [](MainWindow& w) { w.showFindings(); }},
    ActionSpec{"rows",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Programs as columns or as rows"),
               {"Ctrl+Shift+L"},
               [](MainWindow& w) { w.toggleRows(); }},
    ActionSpec{"resetLayout",
               ActionGroup::View,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Reset the layout"),
               {},
               [](MainWindow& w) { w.resetLayout(); }},

    ActionSpec{"commands",
               ActionGroup::Help,
               QT_TRANSLATE_NOOP("coroscope::Actions", "All commands…"),
               {"Ctrl+Shift+P"},
               [](MainWindow& w) { w.showCommands(); }},
    ActionSpec{"keys",
               ActionGroup::Help,
               QT_TRANSLATE_NOOP("coroscope::Actions", "Keys"),
               {"?", "F1"},
               [](MainWindow& w) { w.showKeys(); }},
    ActionSpec{"about",
               ActionGroup::Help,
               QT_TRANSLATE_NOOP("coroscope::Actions", "About Coroscope"),
               {},
               [](MainWindow& w) { w.showAbout(); }},
};

QString tr(const char* text)
{
    return QCoreApplication::translate("coroscope::Actions", text);
}

}  // namespace

QString ActionSpec::text() const
{
    return tr(englishText);
}

QList<QKeySequence> ActionSpec::shortcuts() const
{
    QList<QKeySequence> shortcuts;
    for (const char* const key : keys) {
        if (key != nullptr)
            shortcuts << QKeySequence(QLatin1String(key));
    }
    return shortcuts;
}

std::span<const ActionSpec> actionTable()
{
    return table;
}

QString titleOf(ActionGroup group)
{
    static constexpr std::array titles{QT_TRANSLATE_NOOP("coroscope::Actions", "File"),
                                       QT_TRANSLATE_NOOP("coroscope::Actions", "Play"),
                                       QT_TRANSLATE_NOOP("coroscope::Actions", "Select"),
                                       QT_TRANSLATE_NOOP("coroscope::Actions", "View"),
                                       QT_TRANSLATE_NOOP("coroscope::Actions", "Help")};
    return tr(titles[static_cast<std::size_t>(group)]);
}

}  // namespace coroscope
