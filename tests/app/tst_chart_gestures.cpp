// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/charts/overlay_item.h"
#include "app/charts/pan_key.h"
#include "app/style/motion.h"
#include "tests/app/chart_window.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

bool isNear(Ticks actual, double expected, double tolerance = 0.1)
{
    return qAbs(toSeconds(actual) - expected) < tolerance;
}

bool isNear(TimeSpan actual, double begin, double end)
{
    return isNear(actual.begin, begin) && isNear(actual.end, end);
}

SegmentState selectedState(const ChartWindow& f)
{
    const auto& selected = f.shown().selected;
    return selected ? f.shown().segment(*selected).state : SegmentState::Unborn;
}

// Main works in three steps at second 2: it awaits what is done already.
ProgramRunPtr runWithStepsAtOneInstant()
{
    TraceBuilder builder;
    const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
    const TaskId other = builder.task("other()");
    builder.at(0, EventKind::Resume, Word::None, main);
    builder.at(0, EventKind::Suspend, Word::Task, main, builder.trace().addWait({}));
    for (int i = 0; i < 3; ++i) {
        builder.at(2, EventKind::Ready, Word::Done, main, other.value);
        builder.at(2, EventKind::Resume, Word::None, main);
        builder.at(2, EventKind::Suspend, Word::Task, main, builder.trace().addWait({}));
    }
    builder.end(4);
    return builder.run("steps");
}

}  // namespace

class TestChartGestures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClickSelectsASegmentAndTheEmptyRoomNothing()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        f.click(f.at(5, 1));
        QCOMPARE(f.state.selection.segment()->program, QStringLiteral("gather"));
        QCOMPARE(f.state.selection.segment()->track, 1);
        QCOMPARE(selectedState(f), SegmentState::Suspended);
        f.click(f.at(10, 1));
        QCOMPARE(selectedState(f), SegmentState::Running);
        f.click(f.at(14, 2));
        QVERIFY(f.state.selection.isEmpty());
        QVERIFY(!f.shown().selected);
    }

    void anotherProgramsSelectionIsNotShown()
    {
        ChartWindow f;
        f.state.selection.setSegment({QStringLiteral("sync"), 1, 1});
        QVERIFY(!f.shown().selected);
    }

    void theSelectionIsOutlinedAndItsRowTinted()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        const QPoint besideBar(f.at(14, 1).x(), f.at(14, 1).y() + 14);
        const auto colourAt = [&](QPoint place) {
            return f.view.grab().toImage().pixelColor(place);
        };
        QVERIFY(colourAt(besideBar) != palette(Theme::Light).tint);
        f.click(f.at(5, 1));
        QCOMPARE(colourAt(besideBar), palette(Theme::Light).tint);
        QCOMPARE(colourAt(f.at(5, 1) - QPoint(0, 12)), palette(Theme::Light).ink);
    }

    void aDragSelectsARangeInAllCharts()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        ProgramChart other(palette(Theme::Light));
        other.setRun(syncRun(), longest);
        other.follow(f.state);

        f.drag(f.at(12, 2), f.at(5, 3));

        QVERIFY(f.state.selection.range());
        QVERIFY(isNear(f.state.selection.range()->span, 5, 12));
        QCOMPARE(other.state().selectedRange, f.shown().selectedRange);
        QCOMPARE(f.range.span(), (TimeSpan{s(0), longest}));
        f.click(f.at(14, 2));
        QVERIFY(!f.shown().selectedRange);
    }

    void withControlADragZoomsToTheRange()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        f.drag(f.at(4, 2), f.at(9, 2), Qt::ControlModifier);
        QVERIFY(isNear(f.range.span(), 4, 9));
        QVERIFY(f.state.selection.isEmpty());
        QVERIFY(!f.shown().selectedRange);
        f.state.history.undo();
        QCOMPARE(f.range.span(), (TimeSpan{s(0), longest}));
    }

    void theMiddleButtonMovesTheView()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        f.range.setSpan({s(5), s(10)});
        f.drag(f.at(8, 2), f.at(6, 2), {}, Qt::MiddleButton);
        QVERIFY(isNear(f.range.span(), 7, 12));
        f.drag({100, 60}, {1000, 60}, {}, Qt::MiddleButton);
        QCOMPARE(f.range.span().begin.count(), 0);
        QVERIFY(f.state.selection.isEmpty());
    }

    void spaceAndADragMoveTheViewAndATapIsATap()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        PanKey key(nullptr);
        int taps = 0;
        connect(&key, &PanKey::tapped, this, [&] { ++taps; });
        f.range.setSpan({s(5), s(10)});
        f.view.setFocus();
        QCursor::setPos(f.view.viewport()->mapToGlobal(f.at(8, 2)));

        QTest::keyPress(&f.view, Qt::Key_Space);
        QVERIFY(PanKey::isHeld());
        f.drag(f.at(8, 2), f.at(6, 2));
        QTest::keyRelease(&f.view, Qt::Key_Space);
        QVERIFY(isNear(f.range.span(), 7, 12));
        QVERIFY(!PanKey::isHeld());
        QCOMPARE(taps, 0);

        QTest::keyClick(&f.view, Qt::Key_Space);
        QCOMPARE(taps, 1);
    }

    void stepsOfOneInstantFanOutAndCanBeClicked()
    {
        ChartWindow f(runWithStepsAtOneInstant(), s(4));
        QVERIFY(f.isShown);
        f.move(f.at(2, 0));
        QVERIFY(f.shown().fan);
        const BeadFan fan = *f.shown().fan;
        QCOMPARE(fan.segments.size(), 3U);
        for (std::size_t i = 0; i < fan.segments.size(); ++i) {
            const QPoint bead = f.shown().fanBead(fan, i).toPoint();
            f.move(bead);
            QCOMPARE(f.shown().fan, std::optional(fan));
            f.click(bead);
            QCOMPARE(f.state.selection.segment()->segment, fan.segments[i]);
        }
        f.move(f.at(3, 1));
        QVERIFY(!f.shown().fan);
    }

    void arrowsTellWhoWokeWhom()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        (void)f.view.grab();
        QCOMPARE(f.chart().overlay().wakeUps().size(), 1U);  // A, that it is done: main
        QCOMPARE(f.chart().overlay().wakeUps()[0].by, TaskId{1});
        f.click(f.at(2, 2));
        (void)f.view.grab();
        QCOMPARE(f.chart().overlay().wakeUps().size(), 1U);  // main created B
        QCOMPARE(f.chart().overlay().wakeUps()[0].task, TaskId{2});
    }

    void marksStandInTheChart()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        const auto isMarked = [&](double seconds) {
            const QPoint top(f.at(seconds, 0).x(), 22);
            return contains(f.view.grab().toImage(), QRect(top - QPoint(2, 2), QSize(5, 4)),
                            palette(Theme::Light).ink2);
        };
        f.state.marks.toggle(s(3));
        f.state.marks.toggle(s(12));
        QVERIFY(isMarked(3) && isMarked(12) && !isMarked(15.2));
        f.state.marks.toggle(s(3));
        QVERIFY(!isMarked(3));
        QCOMPARE(f.state.marks.times(), std::vector<Ticks>{s(12)});
    }

    void thePlayheadGlowsWhilePlayingUnlessMotionIsReduced()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        f.playhead.setTime(s(14));
        f.playhead.setPlaying(true);
        const auto colourBeside = [&] {
            return f.view.grab().toImage().pixelColor(f.at(14, 2) - QPoint(4, 8));
        };
        setReducesMotion(false);
        const QColor glowing = colourBeside();
        setReducesMotion(true);
        QVERIFY(colourBeside() != glowing);
        QCOMPARE(colourBeside(), palette(Theme::Light).card);
        setReducesMotion({});
    }

    void rowsThatDoNotMatchTheSearchArePale()
    {
        ChartWindow f;
        QVERIFY(f.isShown);
        f.playhead.setTime(s(16));
        const auto isFull = [&](int row) {
            return contains(f.view.grab().toImage(), QRect(f.at(0, row), QSize(3, 3)),
                            palette(Theme::Light).run);
        };
        QVERIFY(isFull(1) && isFull(2));
        f.state.search.setText(QStringLiteral(" b "));
        QVERIFY(!isFull(1) && isFull(2));
        f.state.search.setText(QStringLiteral("DELIVERY"));
        QVERIFY(isFull(1) && isFull(2) && !isFull(0));
    }
};

COROSCOPE_TEST(TestChartGestures)
#include "tst_chart_gestures.moc"
