// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/tick_ladder.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using coroscope::test::s;

namespace {

// "0 s, 5 s, (15 s), 17 s": in brackets those without a label.
QString ticksText(TimeSpan span, Ticks total, double width)
{
    QStringList texts;
    for (const Tick& tick : ticksOf(span, total, width)) {
        const QString text = tickText(tick.time, span);
        texts << (tick.hasLabel ? text : QStringLiteral("(%1)").arg(text));
    }
    return texts.join(QStringLiteral(", "));
}

}  // namespace

class TestTickLadder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void climbsTheLadderAndShowsTheEnd_data()
    {
        QTest::addColumn<double>("begin");
        QTest::addColumn<double>("end");
        QTest::addColumn<double>("total");
        QTest::addColumn<double>("width");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a column of the window")
            << 0.0 << 17.0 << 17.0 << 298.0 << "0 s, 5 s, 10 s, 15 s, 17 s";
        QTest::newRow("the end wins over a near tick")
            << 0.0 << 17.0 << 17.0 << 230.0 << "0 s, 5 s, 10 s, (15 s), 17 s";
        QTest::newRow("a tick at the end is not drawn twice")
            << 0.0 << 10.0 << 10.0 << 298.0 << "0 s, 2 s, 4 s, 6 s, 8 s, 10 s";
        QTest::newRow("milliseconds")
            << 0.0 << 0.18 << 0.18 << 500.0
            << "0 ms, 20 ms, 40 ms, 60 ms, 80 ms, 100 ms, 120 ms, 140 ms, 160 ms, 180 ms";
        QTest::newRow("zoomed in, the end out of view")
            << 3.3 << 5.7 << 17.0 << 298.0 << "3.5 s, 4 s, 4.5 s, 5 s, 5.5 s";
    }

    void climbsTheLadderAndShowsTheEnd()
    {
        QFETCH(double, begin);
        QFETCH(double, end);
        QFETCH(double, total);
        QFETCH(double, width);
        QFETCH(QString, expected);

        QCOMPARE(ticksText({s(begin), s(end)}, s(total), width), expected);
    }

    void neverHasMoreThanTenTicksAndTheEnd()
    {
        for (std::int64_t length = 100; length < 1'000'000'000'000'000; length = length * 13 / 10) {
            for (const double width : {1.0, 230.0, 1200.0, 10'000.0}) {
                const TimeSpan span{Ticks{length / 7}, Ticks{length / 7 + length}};
                QVERIFY(ticksOf(span, span.end, width).size() <= 11);
                const double share =
                    toSeconds(tickStep(span, width, 48)) / toSeconds(Ticks{length});
                QVERIFY(width < 96 || share * width >= 47.9);
            }
        }
    }
};

COROSCOPE_TEST(TestTickLadder)
#include "tst_tick_ladder.moc"
