// SPDX-License-Identifier: MIT
#include <QTest>
#include <cmath>

#include "core/timeline/row_groups.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_generator.h"

using namespace coroscope;
using coroscope::test::TraceRecipe;
using coroscope::test::tracksOf;
using Totals = std::array<double, laneCount>;

namespace {

Totals exactTotals(const SegmentColumn& column, Ticks end)
{
    Totals sum{};
    for (std::size_t i = 0; i < column.size(); ++i) {
        const Ticks next = i + 1 < column.size() ? column.timeAt(i + 1) : end;
        const Lane lane = laneOf(column.stateAt(i));
        if (lane != Lane::None)
            sum[static_cast<std::size_t>(lane)] +=
                static_cast<double>((next - column.timeAt(i)).count());
    }
    return sum;
}

void add(Totals& sum, const TimeCell& cell, Ticks end, double rows)
{
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
        if (!cell.shares[lane].isNone())
            sum[lane] += static_cast<double>((end - cell.begin()).count()) * rows *
                         double{cell.shares[lane].part()};
    }
}

Totals totalsOf(const TimePyramid& cells, std::size_t level, double rows = 1)
{
    Totals sum{};
    for (std::size_t i = 0; i < cells.level(level).size(); ++i)
        add(sum, cells.level(level)[i], cells.endOf(level, i), rows);
    return sum;
}

Totals totalsOf(const GroupPyramid& group, std::size_t rows)
{
    Totals sum{};
    if (group.cells().leafCount() > 0)
        sum = totalsOf(group.cells(), 0, static_cast<double>(rows));
    add(sum, group.openCell(rows), group.openEnd(), static_cast<double>(rows));
    return sum;
}

bool agree(const Totals& found, const Totals& exact, double tolerance)
{
    for (std::size_t lane = 0; lane < laneCount; ++lane) {
        if (std::abs(found[lane] - exact[lane]) > tolerance * exact[lane] + 1)
            return false;
    }
    return true;
}

void addRecipes()
{
    QTest::addColumn<TraceRecipe>("recipe");
    using enum TraceRecipe::Pace;
    using enum TraceRecipe::Life;
    QTest::newRow("even") << TraceRecipe{.segments = 40'000, .rows = 4};
    QTest::newRow("bursts") << TraceRecipe{.segments = 60'000, .rows = 3, .pace = Bursts};
    QTest::newRow("short lives") << TraceRecipe{.segments = 50'000, .rows = 20, .life = Short};
    QTest::newRow("a few ns each")
        << TraceRecipe{.segments = 30'000, .rows = 3, .length = std::chrono::microseconds(100)};
    QTest::newRow("days") << TraceRecipe{
        .segments = 20'000, .rows = 2, .length = std::chrono::hours(24 * 90)};
}

}  // namespace

Q_DECLARE_METATYPE(TraceRecipe)

class TestTimePyramid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsFollowOneAnotherWithoutGaps_data() { addRecipes(); }
    void cellsFollowOneAnotherWithoutGaps();
    void totalsAreThoseOfTheSegments_data() { addRecipes(); }
    void totalsAreThoseOfTheSegments();
    void staysSmall_data() { addRecipes(); }
    void staysSmall();
    void neverChangesWhatIsWritten();
    void knowsTheLongestBlock();
    void findsTheLongestBlockOfACrowd_data() { addRecipes(); }
    void findsTheLongestBlockOfACrowd();
    void seesNoCrowdWhereSegmentsCanBeMeant();
    void knowsStepsWithoutLength();
    void keepsSmallShares();
    void shortRowsNeedNone();
    void groupsHaveTheTotalsOfTheirRows_data();
    void groupsHaveTheTotalsOfTheirRows();
    void groupsGrowAsTheirRowsDo();
};

void TestTimePyramid::cellsFollowOneAnotherWithoutGaps()
{
    QFETCH(TraceRecipe, recipe);
    for (const Track& track : tracksOf(recipe)) {
        const TimePyramid& cells = track.pyramid.cells();
        QVERIFY(cells.leafCount() > 0);
        for (std::size_t level = 0; level < cells.levelCount(); ++level) {
            const std::size_t size = RowPyramid::leafSize << 2 * level;
            for (std::size_t i = 0; i < cells.level(level).size(); ++i) {
                QCOMPARE(cells.level(level)[i].begin(), track.segments.timeAt(i * size));
                QCOMPARE(cells.endOf(level, i), track.segments.timeAt((i + 1) * size));
            }
        }
        QVERIFY(track.pyramid.covered() + RowPyramid::leafSize >= track.segments.size());
    }
}

void TestTimePyramid::totalsAreThoseOfTheSegments()
{
    QFETCH(TraceRecipe, recipe);
    for (const Track& track : tracksOf(recipe)) {
        const TimePyramid& cells = track.pyramid.cells();
        SegmentColumn covered;
        for (std::size_t i = 0; i < track.pyramid.covered(); ++i)
            covered.append(track.segments.timeAt(i), track.segments.stateAt(i),
                           track.segments.eventAt(i));
        const Totals exact = exactTotals(covered, cells.end());
        QVERIFY(agree(totalsOf(cells, 0), exact, 0.001));
        if (cells.levelCount() > 1 && cells.leafCount() % 4 == 0)
            QVERIFY(agree(totalsOf(cells, 1), exact, 0.001));
    }
}

void TestTimePyramid::staysSmall()
{
    QFETCH(TraceRecipe, recipe);
    for (const Track& track : tracksOf(recipe)) {
        const TimePyramid& cells = track.pyramid.cells();
        std::size_t all = 0;
        for (std::size_t level = 0; level < cells.levelCount(); ++level)
            all += cells.level(level).size();
        QVERIFY(cells.leafCount() <= track.segments.size() / RowPyramid::leafSize);
        QVERIFY(3 * all <= 4 * cells.leafCount());
        QVERIFY(sizeof(TimeCell) == 16);
    }
}

void TestTimePyramid::neverChangesWhatIsWritten()
{
    const Track whole = std::move(tracksOf({.segments = 5'000, .rows = 1}).front());
    Track grown;
    for (std::size_t i = 0; i < whole.segments.size(); ++i) {
        grown.append(whole.segments.timeAt(i), whole.segments.stateAt(i),
                     whole.segments.eventAt(i));
        const TimePyramid& cells = grown.pyramid.cells();
        if (cells.leafCount() == 0)
            continue;
        // The last leaf is there from its last segment's end on, and as it will stay.
        const TimeCell& leaf = cells.level(0).back();
        const TimeCell& later = whole.pyramid.cells().level(0)[cells.leafCount() - 1];
        QCOMPARE(leaf.begin(), later.begin());
        QCOMPARE(leaf.shares[0].part(), later.shares[0].part());
        QVERIFY(i + 1 - grown.pyramid.covered() <= RowPyramid::leafSize);
    }
}

void TestTimePyramid::knowsTheLongestBlock()
{
    Track track;
    std::uint32_t event = 0;
    for (int i = 0; i < 2000; ++i) {
        const bool isLong = i == 1001;
        track.append(Ticks(1000 * i), isLong ? SegmentState::Blocking : SegmentState::Running,
                     event++);
    }
    const TimePyramid& cells = track.pyramid.cells();
    for (std::size_t level = 0; level < cells.levelCount(); ++level) {
        const std::size_t at = 1001 / (RowPyramid::leafSize << 2 * level);
        for (std::size_t i = 0; i < cells.level(level).size(); ++i) {
            const LogLength longest = cells.level(level)[i].longestBlock();
            QCOMPARE(longest, i == at ? LogLength(Ticks(1000)) : LogLength());
        }
    }
    QVERIFY(LogLength(Ticks(1000)).least() <= Ticks(1000));
    QVERIFY(LogLength(Ticks(1000)).least() > Ticks(800));
    for (std::int64_t ns = 1; ns < 100'000; ++ns) {
        const LogLength length{Ticks(ns)};
        QVERIFY(length >= LogLength(Ticks(ns - 1)) && length.least() <= Ticks(ns));
        QCOMPARE(LogLength(length.least()), length);
    }
}

void TestTimePyramid::findsTheLongestBlockOfACrowd()
{
    QFETCH(TraceRecipe, recipe);
    const std::vector<Track> tracks = tracksOf(recipe);
    const Track& track = tracks.front();
    const SegmentColumn& column = track.segments;
    const auto lengthAt = [&](std::size_t i) {
        const Ticks next = i + 1 < column.size() ? column.timeAt(i + 1) : recipe.length;
        return next - column.timeAt(i);
    };
    for (const std::int64_t parts : {3, 7, 20}) {
        const Ticks width = column.timeAt(column.size() - 1) / parts;
        for (std::int64_t part = 0; part < parts; ++part) {
            const TimeSpan span{width * part, width * (part + 1)};
            const auto crowd = track.pyramid.crowdIn(column, span, recipe.length);
            if (!crowd)
                continue;
            LogLength longest;
            for (std::size_t i = column.firstEndingAfter(span.begin);
                 i < column.size() && column.timeAt(i) < span.end; ++i) {
                if (column.stateAt(i) == SegmentState::Blocking)
                    longest = std::max(longest, LogLength(lengthAt(i)));
            }
            QVERIFY(crowd->longestBlock);
            QCOMPARE(column.stateAt(*crowd->longestBlock), SegmentState::Blocking);
            QVERIFY(LogLength(lengthAt(*crowd->longestBlock)) >= longest);
            QVERIFY(column.timeAt(*crowd->longestBlock) < span.end + width / 4);
            QVERIFY(column.timeAt(*crowd->longestBlock) + lengthAt(*crowd->longestBlock) >
                    span.begin - width / 4);
        }
    }
}

void TestTimePyramid::seesNoCrowdWhereSegmentsCanBeMeant()
{
    const TraceRecipe recipe{.segments = 4000, .rows = 1};
    const std::vector<Track> tracks = tracksOf(recipe);
    const Track& track = tracks.front();
    const auto isCrowded = [&](std::size_t first, std::size_t count) {
        const TimeSpan span{track.segments.timeAt(first), track.segments.timeAt(first + count)};
        return track.pyramid.crowdIn(track.segments, span, recipe.length).has_value();
    };
    for (std::size_t first = 0; first < 3000; first += 100) {
        QVERIFY(!isCrowded(first, 100));
        QVERIFY(isCrowded(first, 600));
    }
}

void TestTimePyramid::knowsStepsWithoutLength()
{
    Track track;
    std::uint32_t event = 0;
    for (int i = 0; i < 1024; ++i) {
        const bool isInstant = i / 2 == 300;
        track.append(Ticks(isInstant ? 600 : i), SegmentState::Running, event++);
    }
    const TimePyramid::Level& leaves = track.pyramid.cells().level(0);
    for (std::size_t i = 0; i < leaves.size(); ++i)
        QCOMPARE(leaves[i].hasSteps(), i == 600 / RowPyramid::leafSize);
}

void TestTimePyramid::keepsSmallShares()
{
    for (float part = 1; part > 1e-9F; part *= 0.83F) {
        const float kept = Share(part).part();
        QVERIFY(std::abs(kept - part) <= part / 4096);
    }
    QVERIFY(Share(0).isNone() && Share(0).part() < 1e-9F);
    QVERIFY(!Share(1e-30F).isNone());
    QCOMPARE(Share(1).part(), 1.0F);
    QCOMPARE(Share(1.5F).part(), 1.0F);
}

void TestTimePyramid::shortRowsNeedNone()
{
    const auto tracks = tracksOf({.segments = 5'000, .rows = 10});
    for (const Track& track : tracks)
        QCOMPARE(track.pyramid.covered() > 0, track.segments.size() > RowPyramid::leastSegments);
}

void TestTimePyramid::groupsHaveTheTotalsOfTheirRows_data()
{
    QTest::addColumn<TraceRecipe>("recipe");
    QTest::addColumn<unsigned>("sizes");
    using enum TraceRecipe::Life;
    QTest::newRow("256 rows need none") << TraceRecipe{.segments = 20'000, .rows = 256} << 0U;
    QTest::newRow("one size") << TraceRecipe{.segments = 60'000, .rows = 257} << 1U;
    QTest::newRow("two sizes") << TraceRecipe{.segments = 90'000, .rows = 1500} << 2U;
    QTest::newRow("short lives") << TraceRecipe{.segments = 90'000, .rows = 3000, .life = Short}
                                 << 2U;
}

void TestTimePyramid::groupsHaveTheTotalsOfTheirRows()
{
    QFETCH(TraceRecipe, recipe);
    const auto tracks = tracksOf(recipe);
    RowGroups groups;
    groups.extend(tracks, recipe.length, 1);

    QTEST(groups.largestSize(), "sizes");
    for (unsigned size = 1; size <= groups.largestSize(); ++size) {
        const std::size_t rows = RowGroup{size}.rowCount();
        QCOMPARE(groups.count(size), (tracks.size() + rows - 1) / rows);
        for (std::size_t index = 0; index < groups.count(size); ++index) {
            Totals exact{};
            for (std::size_t row = index * rows; row < std::min(tracks.size(), (index + 1) * rows);
                 ++row) {
                const Totals ofRow = exactTotals(tracks[row].segments, recipe.length);
                for (std::size_t lane = 0; lane < laneCount; ++lane)
                    exact[lane] += ofRow[lane];
            }
            QVERIFY(agree(totalsOf(groups[{size, index}], rows), exact, 0.001));
        }
    }
}

void TestTimePyramid::groupsGrowAsTheirRowsDo()
{
    const auto whole = tracksOf({.segments = 30'000, .rows = 300});
    std::vector<Track> grown(whole.size());
    RowGroups live;
    RowGroups atOnce;
    const Ticks length = std::chrono::seconds(60);
    atOnce.extend(whole, length, 1);
    std::uint32_t events = 0;
    for (int part = 1; part <= 7; ++part) {
        for (std::size_t row = 0; row < whole.size(); ++row) {
            const SegmentColumn& column = whole[row].segments;
            std::size_t i = grown[row].segments.size();
            for (; i < column.size() && column.timeAt(i) < length * part / 7; ++i)
                grown[row].append(column.timeAt(i), column.stateAt(i), ++events);
        }
        live.extend(grown, length * part / 7, events + 1);
    }
    for (std::size_t index = 0; index < live.count(1); ++index) {
        const GroupPyramid& group = live[{1, index}];
        QVERIFY(group.cells().leafCount() > 1);
        QVERIFY(agree(totalsOf(group, 4), totalsOf(atOnce[{1, index}], 4), 0.001));
    }
}

COROSCOPE_TEST(TestTimePyramid)
#include "tst_time_pyramid.moc"
