// SPDX-License-Identifier: GPL-3.0-or-later
// From exec to the first painted frame: Coroscope's window against an empty window of three
// QCharts, alternately in one run. Bar: 2.5 times.
#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QProcess>
#include <QTimer>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "app/document/builtin_scenarios.h"
#include "app/document/document.h"
#include "app/style/style.h"
#include "app/window/main_window.h"
#include "tests/benchmark/median.h"

using namespace coroscope;

namespace {

constexpr int repeats = 15;
constexpr double bar = 2.5;

// Ends the process at once when the first frame has been painted: the window's paint event comes
// before those of its children, the queued call after all of them.
class EndAfterFirstFrame : public QObject {
public:
    explicit EndAfterFirstFrame(QWidget& window) { window.installEventFilter(this); }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, [] { std::_Exit(0); });
        return false;
    }
};

std::unique_ptr<QWidget> emptyWindow()
{
    auto window = std::make_unique<QWidget>();
    auto* row = new QHBoxLayout(window.get());
    for (int i = 0; i < 3; ++i)
        row->addWidget(new QChartView(new QChart));
    window->resize(1440, 900);
    return window;
}

std::unique_ptr<QWidget> coroscopeWindow()
{
    Style::current().setFonts();
    auto document = openDocument(builtinScenarios().first());
    auto window = std::make_unique<MainWindow>(std::move(document).value());
    Style::current().install();
    return window;
}

int showOnce(int& argc, char** argv, const QString& what)
{
    const QApplication app(argc, argv);
    const auto window = what == QLatin1String("empty") ? emptyWindow() : coroscopeWindow();
    const EndAfterFirstFrame end(*window);
    window->show();
    return QApplication::exec();
}

double milliseconds(const QString& program, const QString& what)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program, {what});
    process.waitForFinished();
    if (process.exitCode() != 0)
        qFatal("the window could not be shown");
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

int compare(const QString& program)
{
    std::vector<double> empty;
    std::vector<double> window;
    milliseconds(program, QStringLiteral("window"));  // warms the caches of disk and fonts
    for (int i = 0; i < repeats; ++i) {
        empty.push_back(milliseconds(program, QStringLiteral("empty")));
        window.push_back(milliseconds(program, QStringLiteral("window")));
    }
    using benchmark::median;
    const double ratio = median(window) / median(empty);
    std::cout << "three empty charts   " << median(empty) << " ms\n"
              << "Coroscope's window   " << median(window) << " ms\n"
              << "ratio                " << ratio << " (bar " << bar << ": "
              << (ratio <= bar ? "met" : "NOT met") << ")\n";
    return ratio <= bar ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc > 1)
        return showOnce(argc, argv, QString::fromLocal8Bit(argv[1]));
    const QCoreApplication app(argc, argv);
    return compare(QCoreApplication::applicationFilePath());
}
