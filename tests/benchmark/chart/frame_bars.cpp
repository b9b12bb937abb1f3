// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of bars alone, at every zoom, and what they look at.
#include <functional>

#include "tests/benchmark/chart/big_view.h"
#include "tests/benchmark/chart/report.h"
#include "tests/benchmark/median.h"

namespace coroscope::benchmark {
namespace {

constexpr double zoomStep = 1.45;
constexpr double mostZoom = 2e6;
constexpr double pixels = double{plotWidth} * plotHeight;

struct Worst {
    double milliseconds = 0;
    double visits = 0;          // a pixel
    double againstAnother = 0;  // frame, drawn just before
};

// By turns, since the machine is now quicker, now slower.
double ratioOf(const std::function<void()>& own, const std::function<void()>& another)
{
    constexpr int pairs = 7;
    std::vector<double> ratios;
    for (int i = 0; i < pairs; ++i) {
        const double reference = leastMilliseconds(1, another);
        ratios.push_back(leastMilliseconds(1, own) / reference);
    }
    return median(std::move(ratios));
}

Worst worstOf(const Store& store, double rowHeight, RasterQuality quality,
              const std::function<void()>& drawAnother = {})
{
    BigView view(store, rowHeight);
    Worst worst;
    for (double zoom = 1; zoom < mostZoom; zoom *= zoomStep) {
        const PixelWindow window = view.windowAt(zoom);
        const std::uint64_t before = view.visits();
        view.draw(window, quality);
        const auto visits = static_cast<double>(view.visits() - before);
        worst.visits = std::max(worst.visits, visits / pixels);
        const auto drawOwn = [&] { view.draw(window, quality); };
        if (drawAnother)
            worst.againstAnother = std::max(worst.againstAnother, ratioOf(drawOwn, drawAnother));
        worst.milliseconds = std::max(worst.milliseconds, leastMilliseconds(3, drawOwn));
    }
    return worst;
}

// One block much longer than all others, yet less than a pixel where that is possible.
bool seesRareBlock(std::size_t segments, std::size_t rows)
{
    constexpr int longer = 16;
    constexpr int reach = 2;  // px; groups of rows show it where the cell begins that it is in
    test::TraceRecipe recipe{.segments = segments, .rows = rows, .hasLongBlocks = false};
    const Ticks mean = recipe.length / static_cast<std::int64_t>(segments / rows);
    const std::size_t row = rows / 3;
    recipe.rareBlock = {row, std::chrono::seconds(20),
                        std::max<Ticks>(longer * mean, std::chrono::milliseconds(25))};
    const Store store(recipe);
    BigView view(store, 0);
    view.draw(view.windowAt(1), RasterQuality::Full);
    const auto block = store.rows[row].pyramid.longestBlock(
        store.rows[row].segments, {Ticks{0}, recipe.length}, recipe.length);
    if (!block)
        return false;
    const auto x =
        static_cast<int>(view.windowAt(1).placeOf(store.rows[row].segments.timeAt(*block)));
    const int y =
        static_cast<int>((static_cast<double>(row) + 0.5) / static_cast<double>(rows) * plotHeight);
    for (int column = std::max(0, x - reach); column <= std::min(plotWidth - 1, x + reach);
         ++column) {
        for (int line = std::max(0, y - 2); line <= std::min(plotHeight - 1, y + 2); ++line) {
            const QColor colour = view.image().pixelColor(column, line);
            if (colour.red() > 190 && colour.green() < 75)
                return true;
        }
    }
    return false;
}

}  // namespace

void reportFrames(Report& report)
{
    report.section("Frames of bars, 1400 x 800 px, one thread");
    const Store small(10'000, 10);
    BigView reference(small, 0);
    const auto drawReference = [&] { reference.draw(reference.windowAt(1), RasterQuality::Full); };
    report.note("1e4 segments x 10 rows, all in view", leastMilliseconds(9, drawReference), "ms");
    const double smallWorst = worstOf(small, 0, RasterQuality::Full).milliseconds;
    double mostVisits = 0;
    double mostDraftVisits = 0;
    for (const std::size_t rows : {10U, 1000U, 10'000U, 100'000U}) {
        const Store store(10'000'000, rows);
        const std::string name = "1e7 x " + std::to_string(rows);
        const Worst full = worstOf(store, 0, RasterQuality::Full);
        const Worst draft = worstOf(store, 0, RasterQuality::Draft);
        mostVisits = std::max(mostVisits, full.visits);
        mostDraftVisits = std::max(mostDraftVisits, draft.visits);
        if (rows == 10) {
            report.atMost("worst zoom, " + name + ", against 1e4 x 10", 1.5,
                          full.milliseconds / smallWorst, "x");
            continue;
        }
        report.note("worst zoom, all rows in view, " + name, full.milliseconds, "ms");
        report.atMost("worst zoom, all rows in view, draft, " + name, 16.6, draft.milliseconds,
                      "ms");
        for (const double height : {1.0, 6.0, twentyPixels}) {
            const Worst rowsInView = worstOf(store, height, RasterQuality::Full, drawReference);
            mostVisits = std::max(mostVisits, rowsInView.visits);
            if (height == twentyPixels)
                report.atMost("rows of 20 px, worst zoom, " + name + ", against 1e4 x 10", 2,
                              rowsInView.againstAnother, "x");
        }
    }
    report.atMost("segments and cells visited a pixel, any view", 3, mostVisits);
    report.atMost("the same in a draft", 1, mostDraftVisits);
    int seen = 0;
    struct Size {
        std::size_t segments;
        std::size_t rows;
    };
    for (const Size& size :
         {Size{100'000, 10}, Size{1'000'000, 1000}, Size{1'000'000, 20'000}, Size{10'000'000, 10},
          Size{10'000'000, 1000}, Size{10'000'000, 20'000}})
        seen += seesRareBlock(size.segments, size.rows) ? 1 : 0;
    report.atLeast("the one long block is seen at full zoom-out, of 6 traces", 6, seen);
}

void reportPanning(Report& report)
{
    report.section("Panning");
    const Store store(10'000'000, 10);
    double differing = 0;
    double worstRatio = 0;
    for (const double zoom : {1.0, 50.0, 1000.0, 20'000.0}) {
        BigView whole(store, 0);
        BigView part(store, 0);
        const double full =
            leastMilliseconds(5, [&] { whole.draw(whole.windowAt(zoom), RasterQuality::Full); });
        const LogLength salient = whole.salient();
        for (int step = 0; step < 20; ++step) {
            PixelWindow strip = part.windowAt(zoom, 8 * step);
            whole.draw(strip, RasterQuality::Full, 0, salient);
            strip.first += plotWidth - 8;
            strip.count = 8;
            const double one = leastMilliseconds(
                3, [&] { part.draw(strip, RasterQuality::Full, 8 * step, salient); });
            worstRatio = std::max(worstRatio, one / full);
            for (int y = 0; y < plotHeight; ++y) {
                for (int x = 0; x < 8; ++x)
                    differing += whole.image().pixel(plotWidth - 8 + x, y) ==
                                         part.image().pixel(8 * step + x, y)
                                     ? 0
                                     : 1;
            }
        }
    }
    report.atMost("strip of 8 px against a full frame, 1e7 x 10", 0.2, worstRatio, "x");
    report.atMost("pixels in which strips differ from full frames", 0, differing);
}

}  // namespace coroscope::benchmark
