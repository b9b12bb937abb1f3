// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include "app/charts/chart_view.h"
#include "app/document/visible_range.h"
#include "tests/app/chart_fixtures.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// A chart in a window, with the objects that a document shares.
struct Fixture {
    explicit Fixture(const ProgramRunPtr& run = gatherRun(), Ticks total = longest)
    {
        range.setSpan({s(0), total});
        view.setRun(run, total);
        view.resize(394, 186);
        view.program().follow(playhead);
        view.program().follow(range);
        view.show();
        isShown = QTest::qWaitForWindowExposed(&view);
    }

    [[nodiscard]] QPoint at(double seconds, int row) const
    {
        const ChartState& state = view.program().state();
        return QPointF(state.xOf(s(seconds)), state.middleOf(row)).toPoint();
    }

    void wheel(QPoint position, int delta, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(position, view.mapToGlobal(position), {}, {0, delta}, Qt::NoButton,
                          modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
    }

    Playhead playhead;
    VisibleRange range;
    ChartView view{palette(Theme::Light)};
    bool isShown = false;
};

bool isNear(Ticks actual, double expected, double tolerance = 0.06)
{
    return qAbs(toSeconds(actual) - expected) < tolerance;
}

}  // namespace

class TestChartMouse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pressAndDragMoveTheSharedPlayhead()
    {
        Fixture f;
        QVERIFY(f.isShown);
        QTest::mousePress(f.view.viewport(), Qt::LeftButton, {}, f.at(6, 1));
        QVERIFY(isNear(f.playhead.time(), 6));
        QTest::mouseMove(f.view.viewport(), f.at(9, 3));
        QVERIFY(isNear(f.playhead.time(), 9));
        QTest::mouseMove(f.view.viewport(), {390, 60});
        QCOMPARE(f.playhead.time().count(), longest.count());
        QTest::mouseMove(f.view.viewport(), {2, 60});
        QCOMPARE(f.playhead.time().count(), 0);
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton, {}, {2, 60});
    }

    void theFlagStripMovesThePlayheadTheRowNamesDoNot()
    {
        Fixture f;
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, {f.at(12, 0).x(), 10});
        QVERIFY(isNear(f.playhead.time(), 12));
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, {40, 60});
        QVERIFY(isNear(f.playhead.time(), 12));
        QTest::mouseClick(f.view.viewport(), Qt::RightButton, {}, f.at(2, 0));
        QVERIFY(isNear(f.playhead.time(), 12));
    }

    void oneChartMovesTheOthers()
    {
        Fixture f;
        ProgramChart other(palette(Theme::Light));
        other.follow(f.playhead);
        other.follow(f.range);
        QTest::mouseClick(f.view.viewport(), Qt::LeftButton, {}, f.at(5, 0));
        f.wheel(f.at(5, 0), 120, Qt::ControlModifier);

        QVERIFY(isNear(other.state().position.time, 5));
        QCOMPARE(other.state().span, f.range.span());
        QVERIFY(f.range.span().length() < longest);
    }

    void controlAndWheelZoomAtThePointer()
    {
        Fixture f;
        const QPoint pointer = f.at(6, 1);
        for (int i = 0; i < 5; ++i)
            f.wheel(pointer, 120, Qt::ControlModifier);
        QVERIFY(f.range.span().length() < longest / 2);
        QVERIFY((f.at(6, 1) - pointer).manhattanLength() <= 1);
        for (int i = 0; i < 20; ++i)
            f.wheel(pointer, -120, Qt::ControlModifier);
        QCOMPARE(f.range.span(), (TimeSpan{s(0), longest}));
    }

    void shiftAndWheelPanWithinTheProgram()
    {
        Fixture f;
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
        Fixture f(denseRun(40, 10), s(10));
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
        QCOMPARE(hit->row, 1);
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
        Fixture f;
        QVERIFY(f.view.program().toolTipAt(f.at(5, 1)).contains(QStringLiteral("A suspended")));
        QTest::mouseMove(f.view.viewport(), f.at(5, 1));
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(QStringLiteral("0.00 s to 10.00 s")));
    }
};

COROSCOPE_TEST(TestChartMouse)
#include "tst_chart_mouse.moc"
