// SPDX-License-Identifier: GPL-3.0-or-later
#include <QScreen>

#include "app/charts/control_transfers.h"
#include "app/charts/instants.h"
#include "app/document/stepper.h"
#include "tests/app/chart_window.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

QByteArray textOf(const std::vector<ControlTransfer>& transfers, const ProgramRun& run)
{
    QStringList texts;
    for (const ControlTransfer& transfer : transfers)
        texts << run.rows.value(transfer.fromTrack) +
                     (transfer.hasSlept ? QStringLiteral("~") : QStringLiteral("-")) +
                     run.rows.value(transfer.toTrack);
    return texts.join(QLatin1Char(' ')).toUtf8();
}

// Over all events of the program.
struct OrderWindow : ChartWindow {
    explicit OrderWindow(const ProgramRunPtr& run) : ChartWindow(run)
    {
        state.orderRange.setSpan(
            {Ticks{0}, AxisMap::unit * static_cast<Ticks::rep>(run->trace().size())});
        state.axis.toggle();
    }

    [[nodiscard]] QPoint atEvent(double event, int row) const
    {
        const Ticks place(std::llround(event * static_cast<double>(AxisMap::unit.count())));
        return QPointF(shown().xOf(place), shown().middleOf(row)).toPoint();
    }
};

}  // namespace

class TestOrderAxis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void controlPassesFromRowToRow_data()
    {
        QTest::addColumn<bool>("isSync");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("calls") << true << QByteArray("main-A A-main main-B B-main main-C C-main");
        QTest::newRow("tasks") << false << QByteArray("main-A A-B B-C C~B B~C C~A A-main");
    }

    void controlPassesFromRowToRow()
    {
        QFETCH(bool, isSync);
        QFETCH(QByteArray, expected);
        const ProgramRunPtr run = isSync ? syncRun() : gatherRun();
        QCOMPARE(textOf(controlTransfersOf(*run), *run), expected);
    }

    void instantsTakeTheEventsOfOneTime()
    {
        const ProgramRunPtr run = gatherRun();
        const auto instants = instantsOf(run->trace(), 0, run->trace().size());
        QCOMPARE(instants.size(), 4U);
        QCOMPARE(instants[1].time, s(3));
        QCOMPARE(instants[0].end, instants[1].begin);
        QCOMPARE(instants.back().end, run->trace().size());
        QCOMPARE(instantsOf(run->trace(), instants[1].begin, instants[1].begin + 1),
                 std::vector{instants[1]});
    }

    void stepsAreBarsThere()
    {
        OrderWindow f(gatherRun());
        QVERIFY(f.isShown);
        const QImage image = f.view.grab().toImage();
        const Segment step = f.shown().run->timeline->segment(f.shown().track(1), 1);
        const QPoint middle = f.atEvent((step.beginEvent + step.endEvent) / 2.0, 1);
        QVERIFY(
            contains(image, QRect(middle - QPoint(2, 2), QSize(5, 5)), palette(Theme::Light).run));
        QVERIFY(step.endEvent - step.beginEvent >= 2);
    }

    void thePlayheadIsDraggedFromEventToEvent()
    {
        OrderWindow f(gatherRun());
        QVERIFY(f.isShown);
        const std::size_t last = f.shown().run->trace().size() - 1;
        f.press({f.atEvent(8.5, 0).x(), 10});
        QCOMPARE(f.shown().eventCount, 9U);
        f.move({f.atEvent(11.4, 0).x(), 10});
        QCOMPARE(f.shown().eventCount, 12U);
        QCOMPARE(f.playhead.time(), f.shown().run->trace().timeAt(11));
        f.move({f.atEvent(static_cast<double>(last) + 0.5, 0).x(), 10});
        QCOMPARE(f.shown().eventCount, last + 1);
        QCOMPARE(f.playhead.time(), s(10));
        QTest::mouseRelease(f.view.viewport(), Qt::LeftButton);
    }

    void everyEventIsAPlaceOfItsOwnForThePlayhead()
    {
        OrderWindow f(gatherRun());
        double last = 0;
        for (std::size_t event = 0; event < f.shown().run->trace().size(); ++event) {
            f.playhead.setPosition(positionAfter(*f.shown().run, event));
            QVERIFY(f.shown().playheadX() > last);
            last = f.shown().playheadX();
        }
    }

    void whatLastsNoTimeCanBeClickedThere()
    {
        OrderWindow f(gatherRun());
        QVERIFY(f.isShown);
        const Segment ready = f.shown().run->timeline->segment(f.shown().track(2), 0);
        f.click(f.atEvent((ready.beginEvent + ready.endEvent) / 2.0, 2));
        QVERIFY(f.shown().selected);
        QCOMPARE(f.shown().segment(*f.shown().selected).state, SegmentState::Ready);
    }

    void aRangeIsOfWholeEventsAndOfItsProgram()
    {
        OrderWindow f(gatherRun());
        QVERIFY(f.isShown);
        f.drag(f.atEvent(3.2, 3), f.atEvent(9.9, 3));
        QVERIFY(f.state.selection.range());
        QCOMPARE(f.state.selection.range()->span,
                 (TimeSpan{3 * AxisMap::unit, 10 * AxisMap::unit}));
        QCOMPARE(f.state.selection.range()->program, QStringLiteral("gather"));
    }

    void zoomAndPanWorkThereAndLeaveTheTimeAxisAlone()
    {
        OrderWindow f(gatherRun());
        QVERIFY(f.isShown);
        const TimeSpan whole = f.state.orderRange.span();
        f.wheel(f.atEvent(10, 1), 480, Qt::ControlModifier);
        QVERIFY(f.state.orderRange.span().length() < whole.length() / 2);
        QCOMPARE(f.shown().span, f.state.orderRange.span());
        QCOMPARE(f.range.span(), (TimeSpan{s(0), longest}));
        f.state.axis.toggle();
        QCOMPARE(f.shown().span, f.range.span());
    }

    void stripsEqualAFullPaintThereToo()
    {
        OrderWindow f(gatherRun());
        QVERIFY(f.isShown);
        for (const std::size_t event : {0U, 5U, 17U, 9U}) {
            f.playhead.setPosition(positionAfter(*f.shown().run, event));
            QCoreApplication::processEvents();
            const QImage shown = f.view.screen()->grabWindow(f.view.winId()).toImage();

            QCOMPARE(shown.convertToFormat(QImage::Format_RGB32),
                     f.view.grab().toImage().convertToFormat(QImage::Format_RGB32));
        }
    }
};

COROSCOPE_TEST(TestOrderAxis)
#include "tst_order_axis.moc"
