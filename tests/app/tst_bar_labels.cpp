// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/bar_labels.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// A bar from x 100, 200 wide, with a text 40 wide.
BarLabel label(double width = 200, double textWidth = 40)
{
    return {0,
            QRectF(100, 0, width, 20),
            SegmentState::Blocking,
            QStringLiteral("blocking"),
            textWidth,
            false};
}

}  // namespace

class TestBarLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsAtTheLeftOrRightOfThePlayheadThatCrossesIt_data()
    {
        QTest::addColumn<double>("playhead");
        QTest::addColumn<bool>("isPlaying");
        QTest::addColumn<double>("expected");  // 0: dropped
        QTest::newRow("playhead elsewhere") << -1.0 << false << 110.0;
        QTest::newRow("crossed") << 130.0 << false << 140.0;
        QTest::newRow("touched at its end") << 155.0 << false << 165.0;
        QTest::newRow("passed") << 161.0 << false << 110.0;
        QTest::newRow("playing, too little has happened") << 150.0 << true << 0.0;
        QTest::newRow("playing, enough has happened") << 165.0 << true << 110.0;
        QTest::newRow("playing, not begun") << 99.0 << true << 110.0;
    }

    void standsAtTheLeftOrRightOfThePlayheadThatCrossesIt()
    {
        QFETCH(double, playhead);
        QFETCH(bool, isPlaying);
        QFETCH(double, expected);

        QCOMPARE(placeOf(label(), playhead, isPlaying).left(), expected);
    }

    void isDroppedUnlessItFitsWithRoom()
    {
        QVERIFY(!placeOf(label(64), -1, false).isEmpty());
        QVERIFY(placeOf(label(63), -1, false).isEmpty());
        QVERIFY(placeOf(label(90), 140, false).isEmpty());
    }

    void leavesRoomForAStepAtTheBarsBeginning()
    {
        BarLabel afterBead = label();
        afterBead.startsInBead = true;

        QCOMPARE(placeOf(afterBead, -1, false).left(), 111.0);
    }
};

COROSCOPE_TEST(TestBarLabels)
#include "tst_bar_labels.moc"
