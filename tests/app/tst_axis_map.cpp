// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/document/axis_map.h"
#include "app/document/segment_walk.h"
#include "app/document/stepper.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

Ticks units(double count)
{
    return Ticks(std::llround(count * static_cast<double>(AxisMap::unit.count())));
}

Segment segmentIn(const ProgramRun& run, int row, std::size_t index)
{
    return run.timeline->segment(run.timeline->tracks()[static_cast<std::size_t>(row)], index);
}

}  // namespace

class TestAxisMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsOneUnitWide()
    {
        const ProgramRunPtr run = gatherRun();
        const AxisMap map(AxisKind::Order, *run);
        for (std::size_t event = 0; event < run->trace().size(); ++event)
            QCOMPARE(map.placeOf(event), units(static_cast<double>(event)));
        QCOMPARE(map.end(), units(static_cast<double>(run->trace().size())));
    }

    void segmentsLastFromTheirFirstEventToTheirLast()
    {
        const ProgramRunPtr run = gatherRun();
        const Segment step = segmentIn(*run, 1, 1);  // A's first step, which takes no time
        QCOMPARE(step.state, SegmentState::Running);
        QCOMPARE(AxisMap(AxisKind::Time, *run).spanOf(step).length().count(), 0);
        const TimeSpan place = AxisMap(AxisKind::Order, *run).spanOf(step);
        QCOMPARE(place, (TimeSpan{units(step.beginEvent), units(step.endEvent)}));
        QVERIFY(place.length() >= units(1));
    }

    void thePlayheadStandsInTheLastEventThatHappened_data()
    {
        QTest::addColumn<AxisKind>("kind");
        QTest::newRow("time") << AxisKind::Time;
        QTest::newRow("order") << AxisKind::Order;
    }

    void thePlayheadStandsInTheLastEventThatHappened()
    {
        QFETCH(AxisKind, kind);
        const ProgramRunPtr run = gatherRun();
        const AxisMap map(kind, *run);
        for (std::size_t event = 0; event < run->trace().size(); ++event) {
            const PlayPosition position = positionAfter(*run, event);
            const Ticks place = map.placeOf(position);
            if (kind == AxisKind::Time) {
                QCOMPARE(place, run->trace().timeAt(event));
                continue;
            }
            QCOMPARE(place, units(static_cast<double>(event) + 0.5));
            QCOMPARE(map.positionAt(place).time, run->trace().timeAt(event));
            QCOMPARE(run->eventsAt(map.positionAt(place)), event + 1);
            QCOMPARE(map.timeAt(place), run->trace().timeAt(event));
        }
    }

    void placesOutsideOfTheProgramAreItsEnds()
    {
        const ProgramRunPtr run = gatherRun();
        const AxisMap map(AxisKind::Order, *run);
        QCOMPARE(map.positionAt(units(-5)), beginning());
        QCOMPARE(run->eventsAt(map.positionAt(units(500))), run->trace().size());
        QCOMPARE(map.placeOf(beginning()), Ticks{0});
    }

    void findsTheFirstSegmentAtAPlace()
    {
        const ProgramRunPtr run = syncRun();
        const AxisMap map(AxisKind::Order, *run);
        for (const Track& track : run->timeline->tracks()) {
            for (std::size_t i = 0; i < track.segments.size(); ++i) {
                const TimeSpan place = map.spanOf(run->timeline->segment(track, i));
                const Ticks middle = place.begin + place.length() / 2;
                QVERIFY(map.firstTouching(track.segments, middle) <= i);
                QVERIFY(map.firstTouching(track.segments, middle) + 1 >= i);
            }
        }
    }

    void onTheOrderAxisAllIsDrawnOnTheTimeAxisWhatLastsAndSteps()
    {
        const ProgramRunPtr run = gatherRun();
        const Segment ready = segmentIn(*run, 1, 0);
        const Segment step = segmentIn(*run, 1, 1);
        QCOMPARE(ready.state, SegmentState::Ready);
        QVERIFY(!isDrawn(AxisMap(AxisKind::Time, *run), ready));
        QVERIFY(isDrawn(AxisMap(AxisKind::Order, *run), ready));
        QVERIFY(isDrawn(AxisMap(AxisKind::Time, *run), step));
    }
};

COROSCOPE_TEST(TestAxisMap)
#include "tst_axis_map.moc"
