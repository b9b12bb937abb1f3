// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QToolTip>

#include "tests/app/chart_window.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

bool isNear(Ticks actual, double expected, double tolerance = 0.06)
{
    return qAbs(toSeconds(actual) - expected) < tolerance;
}

}  // namespace

class TestChartMouse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePlayheadIsDraggedByItsLineAndByTheStripsAroundTheRows_data()
    {
        QTest::addColumn<QPoint>("from");
        ChartWindow f;
        f.playhead.setTime(s(6));
        QTest::newRow("line") << f.at(6, 2) + QPoint(2, 14);
        QTest::newRow("flag") << QPoint(f.at(6, 0).x(), 10);
        QTest::newRow("axis") << QPoint(f.at(6, 0).x(), 172);
    }

    void thePlayheadIsDraggedByItsLineAndByTheStripsAroundTheRows()
    {
        QFETCH(QPoint, from);
        ChartWindow f;
        QVERIFY(f.isShown);
        f.playhead.setTime(s(6));
        QTest::mousePress(f.view.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(f.view.viewport(), f.at(9, 3));
        QVERIFY(isNear(f.playhead.time(), 9));
        QTest::mouseMove(f.view.viewport(), {390, 60});
        QCOMPARE(f.playhead.time().count(), longest.count());
        QTest::mouseMove(f.view.viewport(), {2, 60});
        QCOMPARE(f.playhead.time().count(), 0);
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, {2, 60});
        QVERIFY(f.state.selection.isEmpty());
    }

    void theFlagStripMovesThePlayheadTheRowsDoNot()
    {
        ChartWindow f;
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, {f.at(12, 0).x(), 10});
        QVERIFY(isNear(f.playhead.time(), 12));
        for (const QPoint place : {QPoint(40, 60), f.at(2, 0), f.at(8, 2)})
            QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, place);
        QVERIFY(isNear(f.playhead.time(), 12));
        QTest::mouseDClick(f.view.viewport(), Qt::LeftButton, {}, f.at(8, 2));
        QVERIFY(isNear(f.playhead.time(), 8));
    }

    void oneChartMovesTheOthers()
    {
        ChartWindow f;
        ProgramChart other(palette(Theme::Light));
        other.follow(f.state);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, {f.at(5, 0).x(), 10});
        f.wheel(f.at(5, 0), 120, Qt::ControlModifier);

        QVERIFY(isNear(other.state().position.time, 5));
        QCOMPARE(other.state().span, f.range.span());
        QVERIFY(f.range.span().length() < longest);
    }

    void controlAndWheelZoomAtThePointer()
    {
        ChartWindow f;
        const QPoint pointer = f.at(6, 1);
        for (int i = 0; i < 5; ++i)
            f.wheel(pointer, 120, Qt::ControlModifier);
        QVERIFY(f.range.span().length() < longest / 2);
        QVERIFY((f.at(6, 1) - pointer).manhattanLength() <= 1);
        for (int i = 0; i < 20; ++i)
            f.wheel(pointer, -120, Qt::ControlModifier);
        QCOMPARE(f.range.span(), (TimeSpan{s(0), longest}));
    }

    void aPinchZoomsAroundTheFingers()
    {
        ChartWindow f;
        const QPointF fingers = f.at(6, 1);
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
                                  2, fingers, fingers, fingers, 0.5, {});
        QCoreApplication::sendEvent(f.view.viewport(), &pinch);
        QVERIFY(isNear(f.range.span().length(), toSeconds(longest) / 1.5));
        QVERIFY((f.at(6, 1) - fingers.toPoint()).manhattanLength() <= 1);
    }

    void shiftAndWheelPanWithinTheProgram()
    {
        ChartWindow f;
        f.range.setSpan({s(5), s(10)});
        f.wheel(f.at(7, 0), -120, Qt::ShiftModifier);
        QVERIFY(isNear(f.range.span().begin, 5.5));
        QVERIFY(isNear(f.range.span().length(), 5));
        for (int i = 0; i < 30; ++i)
            f.wheel({200, 60}, 120, Qt::ShiftModifier);
        QCOMPARE(f.range.span(), (TimeSpan{s(0), s(5)}));
    }

    void theWheelScrollsRowsThatDoNotFit()
    {
        ChartWindow f(denseRun(40, 10), s(10));
        const auto firstRow = [&] { return f.view.program().state().geometry.firstRow; };
        f.wheel({200, 60}, -120);
        QCOMPARE(firstRow(), 1);
        f.wheel({200, 60}, -60);
        f.wheel({200, 60}, -60);
        QCOMPARE(firstRow(), 2);
        f.wheel({200, 60}, 1200);
        QCOMPARE(firstRow(), 0);
        QTest::keyClick(&f.view, Qt::Key_PageDown);
        QCOMPARE(firstRow(), f.view.program().state().geometry.visibleRows() - 1);
        QTest::keyClick(&f.view, Qt::Key_Up);
        QCOMPARE(firstRow(), f.view.program().state().geometry.visibleRows() - 2);
    }

    void aStepCanBeHitWithinThreePixels_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<bool>("hitsStep");
        for (const int offset : {-3, -2, 0, 3})
            QTest::newRow(qPrintable(QString::number(offset))) << offset << true;
        QTest::newRow("-5") << -5 << false;
    }

    void aStepCanBeHitWithinThreePixels()
    {
        QFETCH(int, offset);
        QFETCH(bool, hitsStep);
        const ChartPicture picture(gatherRun());

        const auto hit = picture.chart->hitAt(picture.at(10, 1) + QPointF(offset, 0));

        QVERIFY(hit);
        QCOMPARE(hit->track, 1);
        const ProgramRunPtr& run = picture.chart->state().run;
        const Segment segment =
            run->timeline->segment(picture.chart->state().track(1), hit->segment);
        QCOMPARE(segment.state, hitsStep ? SegmentState::Running : SegmentState::Suspended);
    }

    void emptyRoomIsNotHit()
    {
        const ChartPicture picture(gatherRun());
        QVERIFY(!picture.chart->hitAt(picture.at(8, 2)));
        QVERIFY(!picture.chart->hitAt({200, 10}));
        QVERIFY(!picture.chart->hitAt({40, 60}));
        QVERIFY(!picture.chart->hitAt({200, 180}));
    }

    void theToolTipSaysWhatLiesUnderThePointer()
    {
        ChartWindow f;
        QVERIFY(f.view.program().toolTipAt(f.at(5, 1)).contains(QStringLiteral("A suspended")));
        QTest::mouseMove(f.view.viewport(), f.at(5, 1));
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(QStringLiteral("0.00 s to 10.00 s")));
    }
};

COROSCOPE_TEST(TestChartMouse)
#include "tst_chart_mouse.moc"
