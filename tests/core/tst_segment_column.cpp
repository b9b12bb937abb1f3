// SPDX-License-Identifier: MIT
#include <QTest>
#include <random>

#include "core/timeline/segment_column.h"
#include "core/trace/trace.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

class TestSegmentColumn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAppended();
    void findsSegments_data();
    void findsSegments();
    void findsSegmentsAsAScanDoes();
};

void TestSegmentColumn::givesBackWhatWasAppended()
{
    SegmentColumn column;
    column.append({}, SegmentState::Waiting, 0);
    column.append(Trace::maxTime, SegmentState::Done, Event::none - 1);

    QCOMPARE(column.size(), std::size_t{2});
    QCOMPARE(column.timeAt(1), Trace::maxTime);
    QCOMPARE(column.stateAt(0), SegmentState::Waiting);
    QCOMPARE(column.stateAt(1), SegmentState::Done);
    QCOMPARE(column.eventAt(1), Event::none - 1);
}

void TestSegmentColumn::findsSegments_data()
{
    QTest::addColumn<int>("time");
    QTest::addColumn<int>("segment");

    // Transitions at 2, 2, 5 and 9.
    QTest::newRow("before all") << 0 << 0;
    QTest::newRow("past a segment without length") << 2 << 1;
    QTest::newRow("within") << 3 << 1;
    QTest::newRow("at a transition") << 5 << 2;
    QTest::newRow("behind all: the last one is open") << 99 << 3;
}

void TestSegmentColumn::findsSegments()
{
    QFETCH(int, time);
    SegmentColumn column;
    std::uint32_t event = 0;
    for (const int at : {2, 2, 5, 9})
        column.append(Ticks(at), SegmentState::Running, event += 10);

    QTEST(static_cast<int>(column.firstEndingAfter(Ticks(time))), "segment");
    QCOMPARE(column.countBeforeEvent(10), std::size_t{0});
    QCOMPARE(column.countBeforeEvent(11), std::size_t{1});
    QCOMPARE(column.countBeforeEvent(41), std::size_t{4});
    QCOMPARE(SegmentColumn().firstEndingAfter(Ticks(time)), std::size_t{0});
}

void TestSegmentColumn::findsSegmentsAsAScanDoes()
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        SegmentColumn column;
        Ticks now{};
        std::uint32_t event = 0;
        for (int i = 0; i < 1200; ++i) {  // more than two blocks
            now += Ticks(random() % 3);
            event += 1 + static_cast<std::uint32_t>(random() % 3);
            column.append(now, static_cast<SegmentState>(random() % segmentStateCount), event);
        }
        for (int i = 0; i < 30; ++i) {
            const Ticks time(static_cast<std::int64_t>(random() % 1300));
            std::size_t segment = 0;
            while (segment + 1 < column.size() && column.timeAt(segment + 1) <= time)
                ++segment;
            QCOMPARE(column.firstEndingAfter(time), segment);
            const std::size_t number = random() % 2500;
            std::size_t count = 0;
            while (count < column.size() && column.eventAt(count) < number)
                ++count;
            QCOMPARE(column.countBeforeEvent(number), count);
        }
    }
}

COROSCOPE_TEST(TestSegmentColumn)
#include "tst_segment_column.moc"
