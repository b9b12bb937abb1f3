// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a slider that is being dragged: all programs run again and every column is painted,
// against a plain repaint of the same window. Bar: 16 ms, less than a frame.
#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <iostream>

#include "app/document/builtin_scenarios.h"
#include "app/document/document.h"
#include "app/style/style.h"
#include "app/window/main_window.h"
#include "tests/benchmark/median.h"

using namespace coroscope;

namespace {

constexpr int repeats = 200;
constexpr double frame = 16;

template <typename Action>
double medianMilliseconds(Action action)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        action(i);
        QCoreApplication::processEvents();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return benchmark::median(std::move(times));
}

}  // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    Style::current().install();
    MainWindow window(openDocument(builtinScenarios().first()).value());
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        return 1;
    const double repaint = medianMilliseconds([&](int) { window.update(); });
    const QString slider = QStringLiteral("a");
    const double drag = medianMilliseconds(
        [&](int i) { window.comparison().setParameter(slider, 5 + i % 20 * 0.5); });
    std::cout << "repaint of the window  " << repaint << " ms\n"
              << "step of a drag         " << drag << " ms, " << drag / repaint
              << " of a repaint (bar " << frame << " ms: " << (drag <= frame ? "met" : "NOT met")
              << ")\n";
    return drag <= frame ? 0 : 1;
}
