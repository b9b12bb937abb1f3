// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/time_axis.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using coroscope::test::s;

class TestTimeAxis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsTimeToPixelsAndBack()
    {
        const TimeAxis axis({s(2), s(12)}, 500);

        QCOMPARE(axis.toX(s(2)), 0.0);
        QCOMPARE(axis.toX(s(7)), 250.0);
        QCOMPARE(axis.toX(s(12)), 500.0);
        QCOMPARE(axis.toX(s(1)), -50.0);
        QCOMPARE(axis.toTime(250).count(), s(7).count());
    }

    void keepsNanosecondsFarFromZero()
    {
        const Ticks begin = s(86'400);
        const TimeAxis axis({begin, begin + Ticks{1000}}, 1000);

        for (int ns = 0; ns <= 1000; ns += 125)
            QCOMPARE(axis.toTime(axis.toX(begin + Ticks{ns})).count(), (begin + Ticks{ns}).count());
    }

    void zoomsWithTheTimeUnderThePointerHeldStill()
    {
        const TimeAxis axis({s(2), s(12)}, 500);
        const Ticks under = axis.toTime(100);

        const TimeSpan zoomed = axis.zoomedAround(100, 4);

        QCOMPARE(zoomed.length().count(), s(2.5).count());
        QVERIFY(qAbs(TimeAxis(zoomed, 500).toX(under) - 100) < 1e-6);
    }

    void movesASpanIntoTheWhole_data()
    {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("expectedBegin");
        QTest::addColumn<double>("expectedEnd");
        QTest::newRow("inside") << 1.0 << 2.0 << 1.0 << 2.0;
        QTest::newRow("left of it") << -3.0 << 2.0 << 0.0 << 5.0;
        QTest::newRow("right of it") << 9.0 << 12.0 << 7.0 << 10.0;
        QTest::newRow("longer") << -5.0 << 50.0 << 0.0 << 10.0;
        QTest::newRow("empty") << 4.0 << 4.0 << 4.0 << 4.0000001;
    }

    void movesASpanIntoTheWhole()
    {
        QFETCH(double, begin);
        QFETCH(double, end);
        QFETCH(double, expectedBegin);
        QFETCH(double, expectedEnd);

        const TimeSpan moved = clampedInto({s(begin), s(end)}, {s(0), s(10)});

        QCOMPARE(moved.begin.count(), s(expectedBegin).count());
        QCOMPARE(moved.end.count(), s(expectedEnd).count());
    }
};

COROSCOPE_TEST(TestTimeAxis)
#include "tst_time_axis.moc"
