// SPDX-License-Identifier: GPL-3.0-or-later
// The chart as the window shows it: whole frames, hit tests, the playhead, exported files.
#include <QHBoxLayout>
#include <random>

#include "app/charts/gantt_item.h"
#include "app/export/picture_encoder.h"
#include "tests/benchmark/chart/big_runs.h"
#include "tests/benchmark/chart/report.h"
#include "tests/benchmark/median.h"

namespace coroscope::benchmark {
namespace {

constexpr int frames = 30;
constexpr double framesPerSecond = 60;

// Each of another length, so that nothing can be used again.
double frameOf(ShownChart& shown)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        times.push_back(leastMilliseconds(1, [&] {
            shown.chart().setVisibleRange({Ticks{0}, shown.total - shown.total / 1000 * (i % 7)});
            (void)shown.view.grab();
        }));
    }
    return median(std::move(times));
}

double hitTestNs(const ShownChart& shown)
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> share(0, 1);
    const QRectF plot = shown.chart().state().geometry.plot();
    constexpr int count = 20'000;
    int hits = 0;
    const double milliseconds = leastMilliseconds(3, [&] {
        for (int i = 0; i < count; ++i) {
            const QPointF place(plot.left() + plot.width() * share(random),
                                plot.top() + plot.height() * share(random));
            hits += shown.chart().hitAt(place) ? 1 : 0;
        }
    });
    return hits == 0 ? 0 : milliseconds * 1e6 / count;
}

void reportPlayhead(Report& report, const ProgramRunPtr& run)
{
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    std::vector<ChartView*> views;
    for (int i = 0; i < 3; ++i) {
        auto* view = new ChartView(palette(Theme::Light));
        view->setRun(run, run->total());
        view->program().setVisibleRange({Ticks{0}, run->total()});
        row->addWidget(view);
        views.push_back(view);
    }
    window.resize(1600, 900);
    window.show();
    QCoreApplication::processEvents();
    const auto move = [&](int frame) {
        for (ChartView* view : views)
            view->program().setPlayhead({run->total() / 1000 * (frame % 1000)});
        QCoreApplication::processEvents();
    };
    int frame = 0;
    constexpr int many = 200;
    const double own = leastMilliseconds(3,
                                         [&] {
                                             for (int i = 0; i < many; ++i)
                                                 move(++frame);
                                         }) /
                       many;
    const double naive = leastMilliseconds(3,
                                           [&] {
                                               for (int i = 0; i < frames; ++i) {
                                                   for (ChartView* view : views) {
                                                       view->setColours(palette(Theme::Light));
                                                       view->viewport()->update();
                                                   }
                                                   move(++frame);
                                               }
                                           }) /
                         frames;
    report.note("moving the playhead over three charts", own, "ms");
    report.atMost("the same at 60 a second, of one core", 0.5, own * framesPerSecond / 10, "%");
    report.atLeast("drawing the bars anew each time, against it", 50, naive / own, "x");
}

void reportExport(Report& report, const ProgramRunPtr& run)
{
    const ExportContent content{QStringLiteral("Orders 주문"), {run}};
    const auto measure = [&](const std::string& name, auto prepare) {
        QByteArray data;
        const double milliseconds = leastMilliseconds(3, [&] {
            const auto job = prepare(content, PictureOptions{});
            if (job)
                data = job.value()({}).value();
        });
        report.atMost(name + " of 1e6 segments x 40 rows", 150, milliseconds, "ms");
        report.atMost(name + ", its size", 2, static_cast<double>(data.size()) / 1e6, "MB");
    };
    measure("SVG", &prepareSvg);
    measure("PDF", &preparePdf);
}

}  // namespace

void reportChart(Report& report)
{
    report.section("The chart in its view, 1600 x 900 px");
    ShownChart small(bigRun(10'000, 40));
    const double smallFrame = frameOf(small);
    report.note("frame, 1e4 segments x 40 rows", smallFrame, "ms");
    {
        const ProgramRunPtr run = bigRun(1'000'000, 40);
        reportPlayhead(report, run);
        reportExport(report, run);
    }
    ShownChart big(bigRun(10'000'000, 40));
    const double bigFrame = frameOf(big);
    report.note("frame, 1e7 segments x 40 rows", bigFrame, "ms");
    report.atMost("frame, 1e7 against 1e4 segments, 40 rows", 1.2, bigFrame / smallFrame, "x");
    report.atMost("hit test, 1e7 segments", 500, hitTestNs(big), "ns");
}

}  // namespace coroscope::benchmark
