// SPDX-License-Identifier: GPL-3.0-or-later
// The chart as the window shows it: whole frames and hit tests.
#include <random>

#include "tests/benchmark/chart/big_runs.h"
#include "tests/benchmark/chart/report.h"
#include "tests/benchmark/median.h"

namespace coroscope::benchmark {
namespace {

constexpr int frames = 30;

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

}  // namespace

void reportChart(Report& report)
{
    report.section("The chart in its view, 1600 x 900 px");
    ShownChart small(bigRun(10'000, 40));
    const double smallFrame = frameOf(small);
    report.note("frame, 1e4 segments x 40 rows", smallFrame, "ms");
    ShownChart big(bigRun(10'000'000, 40));
    const double bigFrame = frameOf(big);
    report.note("frame, 1e7 segments x 40 rows", bigFrame, "ms");
    report.atMost("frame, 1e7 against 1e4 segments, 40 rows", 1.2, bigFrame / smallFrame, "x");
}

void reportHits(Report& report)
{
    report.section("Hit tests");
    const ShownChart shown(bigRun(10'000'000, 40));
    report.atMost("hit test, 1e7 segments", 500, hitTestNs(shown), "ns");
}

}  // namespace coroscope::benchmark
