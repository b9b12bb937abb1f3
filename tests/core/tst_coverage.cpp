// SPDX-License-Identifier: MIT
#include <QTest>
#include <cmath>

#include "core/timeline/coverage.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_generator.h"

using namespace coroscope;
using coroscope::test::TraceRecipe;
using coroscope::test::tracksOf;

namespace {

constexpr int width = 700;
constexpr double tolerance = Coverage::whole * 0.002;

PixelWindow windowOf(Ticks length, double zoom, double at, int columns = width)
{
    PixelWindow window;
    window.perNs = columns * zoom / static_cast<double>(length.count());
    window.phase = 0.37;
    window.first = static_cast<std::int64_t>(at * columns * (zoom - 1)) - 1;
    window.count = columns;
    return window;
}

struct Line {
    std::vector<Coverage::Shares> shares;

    [[nodiscard]] std::int64_t sumAt(std::size_t x) const
    {
        std::int64_t sum = 0;
        for (const std::int32_t share : shares[x])
            sum += share;
        return sum;
    }
};

Line summed(const Coverage& coverage, int count)
{
    Line line;
    Coverage::Shares now{};
    for (int x = 0; x < count; ++x) {
        for (std::size_t lane = 0; lane < laneCount; ++lane)
            now[lane] += coverage.pixels()[static_cast<std::size_t>(x)].change[lane];
        line.shares.push_back(now);
    }
    return line;
}

Line lineOf(const Track& track, Ticks end, const PixelWindow& window,
            const Coverage::Detail& detail = {1, 8, 1e9})
{
    Coverage coverage;
    coverage.begin(window, detail);
    coverage.addRow(track, end);
    return summed(coverage, window.count);
}

}  // namespace

class TestCoverage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sumsToOneInARowsLife_data();
    void sumsToOneInARowsLife();
    void totalsAreThoseOfTheSegments();
    void isTheSameWhereverTheWindowBegins_data();
    void isTheSameWhereverTheWindowBegins();
    void looksAtFewSegments_data();
    void looksAtFewSegments();
    void leavesWideSegmentsToShapes();
    void tellsWhatIsInAPixel();
    void aGroupIsTheMeanOfItsRows();
    void aGroupIsTheSameWhereverTheWindowBegins();
};

void TestCoverage::sumsToOneInARowsLife_data()
{
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 3.7, 40.0, 900.0, 20'000.0})
        QTest::addRow("x %g", zoom) << zoom;
}

void TestCoverage::sumsToOneInARowsLife()
{
    QFETCH(double, zoom);
    const TraceRecipe recipe{.segments = 60'000, .rows = 6, .life = TraceRecipe::Life::Short};
    for (const Track& track : tracksOf(recipe)) {
        const Ticks born = track.segments.timeAt(0);
        const Ticks done = track.segments.timeAt(track.segments.size() - 1);
        const double middle = static_cast<double>((born + done).count()) / 2 /
                              static_cast<double>(recipe.length.count());
        const PixelWindow window = windowOf(recipe.length, zoom, middle);
        const Line line = lineOf(track, recipe.length, window);
        const double from = window.placeOf(born) - static_cast<double>(window.first);
        const double to = window.placeOf(done) - static_cast<double>(window.first);
        for (int x = 0; x < width; ++x) {
            const double lived =
                std::clamp(std::min(to, x + 1.0) - std::max(from, double(x)), 0.0, 1.0);
            const auto sum = static_cast<double>(line.sumAt(static_cast<std::size_t>(x)));
            QVERIFY(std::abs(sum - lived * Coverage::whole) < tolerance);
        }
    }
}

void TestCoverage::totalsAreThoseOfTheSegments()
{
    const TraceRecipe recipe{.segments = 80'000, .rows = 2};
    for (const Track& track : tracksOf(recipe)) {
        const Line line = lineOf(track, recipe.length, windowOf(recipe.length, 0.98, 0));
        std::array<double, laneCount + 1> exact{};
        for (std::size_t i = 0; i + 1 < track.segments.size(); ++i)
            exact[static_cast<std::size_t>(laneOf(track.segments.stateAt(i)))] +=
                static_cast<double>(
                    (track.segments.timeAt(i + 1) - track.segments.timeAt(i)).count());
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            double found = 0;
            for (const Coverage::Shares& shares : line.shares)
                found += shares[lane];
            const double ratio = found / Coverage::whole / (width * 0.98) *
                                 static_cast<double>(recipe.length.count()) / exact[lane];
            QVERIFY2(ratio > 0.999 && ratio < 1.001, qPrintable(QString::number(ratio)));
        }
    }
}

void TestCoverage::isTheSameWhereverTheWindowBegins_data()
{
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 12.0, 300.0, 4000.0})
        QTest::addRow("x %g", zoom) << zoom;
}

void TestCoverage::isTheSameWhereverTheWindowBegins()
{
    QFETCH(double, zoom);
    const TraceRecipe recipe{.segments = 50'000, .rows = 2, .pace = TraceRecipe::Pace::Bursts};
    for (const Track& track : tracksOf(recipe)) {
        const PixelWindow whole = windowOf(recipe.length, zoom, 0.5);
        Coverage all;
        all.begin(whole, {});
        all.addRow(track, recipe.length);
        const Line line = summed(all, width);
        for (const int offset : {1, 8, 333, 690}) {
            PixelWindow strip = whole;
            strip.first += offset;
            strip.count = std::min(100, width - offset);
            Coverage part;
            part.begin(strip, {});
            part.addRow(track, recipe.length);
            const Line same = summed(part, strip.count);
            for (int x = 0; x < strip.count; ++x) {
                const auto at = static_cast<std::size_t>(x);
                const auto there = static_cast<std::size_t>(x + offset);
                QCOMPARE(same.shares[at], line.shares[there]);
                QCOMPARE(part.pixels()[at].segments, all.pixels()[there].segments);
                QCOMPARE(part.pixels()[at].present, all.pixels()[there].present);
                QCOMPARE(part.pixels()[at].longestBlock, all.pixels()[there].longestBlock);
            }
        }
    }
}

void TestCoverage::looksAtFewSegments_data()
{
    QTest::addColumn<TraceRecipe>("recipe");
    using enum TraceRecipe::Pace;
    QTest::newRow("even") << TraceRecipe{.segments = 300'000, .rows = 1};
    QTest::newRow("bursts") << TraceRecipe{.segments = 300'000, .rows = 1, .pace = Bursts};
    QTest::newRow("short") << TraceRecipe{.segments = 400, .rows = 1};
}

void TestCoverage::looksAtFewSegments()
{
    QFETCH(TraceRecipe, recipe);
    const auto tracks = tracksOf(recipe);
    for (double zoom = 1; zoom < 1e7; zoom *= 1.7) {
        Coverage coverage;
        coverage.begin(windowOf(recipe.length, zoom, 0.4), {});
        coverage.addRow(tracks.front(), recipe.length);
        QVERIFY(coverage.visits() < 10 * width);
    }
}

void TestCoverage::leavesWideSegmentsToShapes()
{
    Track track;
    track.append(Ticks(0), SegmentState::Running, 0);
    track.append(Ticks(100), SegmentState::Suspended, 1);
    track.append(Ticks(102), SegmentState::Running, 2);
    track.append(Ticks(150), SegmentState::Done, 3);
    Coverage coverage;
    coverage.begin({1, 0, 50, 80}, {1, 8, 3});
    coverage.addRow(track, Ticks(200));

    const auto& shapes = coverage.shapes();
    QCOMPARE(shapes.size(), std::size_t{2});
    QCOMPARE(shapes[0].begin, 0.0);
    QCOMPARE(shapes[0].end, 100.0);
    QCOMPARE(shapes[1].segment, 2U);
    const Line line = summed(coverage, 80);
    for (std::size_t x = 0; x < 80; ++x)
        QCOMPARE(line.sumAt(x), std::int64_t{x == 50 || x == 51 ? Coverage::whole : 0});
}

void TestCoverage::tellsWhatIsInAPixel()
{
    Track track;
    track.append(Ticks(0), SegmentState::Suspended, 0);
    track.append(Ticks(1'000'000), SegmentState::Running, 1);  // a millionth of a pixel
    track.append(Ticks(1'000'001), SegmentState::Suspended, 2);
    track.append(Ticks(2'500'000), SegmentState::Blocking, 3);
    track.append(Ticks(2'700'000), SegmentState::Running, 4);
    track.append(Ticks(2'700'000), SegmentState::Suspended, 5);
    track.append(Ticks(9'000'000), SegmentState::Done, 6);
    Coverage coverage;
    coverage.begin({1e-6, 0, 0, 10}, {1, 8, 100});
    coverage.addRow(track, Ticks(9'000'000));

    const auto& pixels = coverage.pixels();
    const auto has = [&](std::size_t x, Lane lane) {
        return (pixels[x].present >> static_cast<unsigned>(lane) & 1) == 1;
    };
    QVERIFY(has(1, Lane::Running) && has(1, Lane::Suspended) && !has(1, Lane::Blocking));
    QVERIFY(has(2, Lane::Blocking) && !has(2, Lane::Running));
    QCOMPARE(pixels[2].longestBlock, LogLength(Ticks(200'000)));
    QCOMPARE(pixels[1].segments, 2U);
    QVERIFY(pixels[2].hasSteps && !pixels[1].hasSteps);
    QVERIFY(pixels[5].isPlain() && !pixels[2].isPlain());
}

void TestCoverage::aGroupIsTheMeanOfItsRows()
{
    const TraceRecipe recipe{.segments = 200'000, .rows = 1100};
    const auto tracks = tracksOf(recipe);
    RowGroups groups;
    groups.extend(tracks, recipe.length, 1);
    QCOMPARE(groups.largestSize(), 2U);
    for (const double zoom : {0.99, 9.0, 2000.0}) {
        const PixelWindow window = windowOf(recipe.length, zoom, 0.3);
        const RowGroup group{2, 5};
        Coverage coverage;
        coverage.begin(window, {1, 8, 3});
        coverage.addGroup(groups, group, tracks, recipe.length, 0.5);
        const Line line = summed(coverage, width);
        std::array<double, laneCount> exact{};
        std::array<double, laneCount> found{};
        for (std::size_t row = 0; row < group.rowCount(); ++row) {
            const Line ofRow =
                lineOf(tracks[group.firstRow() + row], recipe.length, window, {0.1, 8, 1e9});
            for (std::size_t lane = 0; lane < laneCount; ++lane) {
                for (const Coverage::Shares& shares : ofRow.shares)
                    exact[lane] += shares[lane] / 2.0 / static_cast<double>(group.rowCount());
            }
        }
        for (std::size_t lane = 0; lane < laneCount; ++lane) {
            for (const Coverage::Shares& shares : line.shares)
                found[lane] += shares[lane];
            QVERIFY(std::abs(found[lane] - exact[lane]) <= 0.03 * exact[lane]);
        }
    }
}

void TestCoverage::aGroupIsTheSameWhereverTheWindowBegins()
{
    const TraceRecipe recipe{.segments = 200'000, .rows = 1100};
    const auto tracks = tracksOf(recipe);
    RowGroups groups;
    groups.extend(tracks, recipe.length, 1);
    for (const double zoom : {1.0, 30.0, 900.0}) {
        const PixelWindow whole = windowOf(recipe.length, zoom, 0.5);
        PixelWindow strip = whole;
        strip.first += 200;
        strip.count = 64;
        Coverage all;
        all.begin(whole, {});
        all.addGroup(groups, {2, 3}, tracks, recipe.length, 1);
        Coverage part;
        part.begin(strip, {});
        part.addGroup(groups, {2, 3}, tracks, recipe.length, 1);
        const Line line = summed(all, width);
        const Line same = summed(part, strip.count);
        for (std::size_t x = 0; x < 64; ++x)
            QCOMPARE(same.shares[x], line.shares[x + 200]);
    }
}


COROSCOPE_TEST(TestCoverage)
#include "tst_coverage.moc"
