// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/application.h"

#include <QApplication>
#include <QFileInfo>
#include <iostream>
#include <memory>
#include <vector>

#include "app/document/builtin_scenarios.h"
#include "app/document/document.h"
#include "app/style/style.h"
#include "app/window/key_guard.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"

namespace coroscope {
namespace {

constexpr int badInput = 2;
// Larger files are opened with progress, when their window is there.
constexpr qint64 largestOpenedBefore = 8 * 1024 * 1024;

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

}  // namespace

int runWindow(int& argc, char** argv, const RecordedProgram* recorded)
{
    if (!hasDisplay()) {
        std::cerr << "coroscope: there is no display to open a window on; try \"coroscope run\" or "
                     "\"coroscope --help\"\n";
        return badInput;
    }
    const QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Coroscope"));
    QApplication::setOrganizationName(QStringLiteral("Coroscope"));
    QApplication::setApplicationVersion(QStringLiteral(COROSCOPE_VERSION));
    QStringList files = recorded != nullptr ? QStringList() : QApplication::arguments().mid(1);
    const bool hasInterrupted = rememberInterruptedRecordings();
    const bool offersRecent = hasInterrupted && files.isEmpty() && recorded == nullptr;
    if (files.isEmpty())
        files << builtinScenarios().first();
    Style::current().setFonts();
    const KeyGuard guard(nullptr);
    std::vector<std::unique_ptr<MainWindow>> windows;
    QStringList large;  // files, by window
    for (const QString& file : files) {
        const bool isLarge = QFileInfo(file).size() > largestOpenedBefore;
        large << (isLarge ? file : QString());
        auto document = openDocument(isLarge ? builtinScenarios().first() : file);
        if (!document) {
            std::cerr << "coroscope: " << document.error().text() << '\n';
            return badInput;
        }
        windows.push_back(std::make_unique<MainWindow>(std::move(document).value()));
    }
    Style::current().install();
    for (std::size_t i = 0; i < windows.size(); ++i) {
        windows[i]->show();
        if (const QString& file = large[static_cast<qsizetype>(i)]; !file.isEmpty())
            windows[i]->open(file);
    }
    if (recorded != nullptr)
        windows.front()->record(*recorded);
    else if (offersRecent)
        windows.front()->showStart();
    return QApplication::exec();
}

}  // namespace coroscope
