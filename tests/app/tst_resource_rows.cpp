// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/app/chart_window.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

// A holds the lock from 1 to 4 and waits for nothing; B waits for it from 2 on and has it up to 6.
ProgramRunPtr lockRun()
{
    TraceBuilder builder;
    const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
    const TaskId a = builder.task("use('A')");
    const TaskId b = builder.task("use('B')");
    Trace& trace = builder.trace();
    const ObjectId lock = trace.addObject("db");
    const ObjectId queue = trace.addObject("jobs");
    builder.at(0, EventKind::Use, Word::Put, main, trace.addUse({queue, 1}));
    builder.at(1, EventKind::Use, Word::Acquire, a, trace.addUse({lock, 1}));
    Wait wait;
    wait.object = lock;
    builder.at(2, EventKind::Suspend, Word::Lock, b, trace.addWait(wait));
    builder.at(4, EventKind::Use, Word::Release, a, trace.addUse({lock, 0}));
    builder.at(4, EventKind::Ready, Word::Lock, b, a.value);
    builder.at(4, EventKind::Resume, Word::None, b);
    builder.at(4, EventKind::Use, Word::Acquire, b, trace.addUse({lock, 1}));
    builder.at(6, EventKind::Use, Word::Release, b, trace.addUse({lock, 0}));
    builder.end(10);
    return builder.run("locks");
}

}  // namespace

class TestResourceRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachResourceHasARowUnderTheTasks()
    {
        ChartWindow f(lockRun(), s(10));
        QVERIFY(f.isShown);
        QCOMPARE(f.shown().taskRows(), 3);
        QCOMPARE(f.shown().rowCount(), 5);
        QCOMPARE(f.shown().rowName(3), QStringLiteral("db"));
        QCOMPARE(f.shown().rowName(4), QStringLiteral("jobs"));
        QCOMPARE(f.shown().geometry.rowCount, 5);
        QVERIFY(!f.chart().hitAt(f.at(3, 3)));
    }

    void aHeldLockIsFullAndAFreeOneEmpty()
    {
        ChartWindow f(lockRun(), s(10));
        QVERIFY(f.isShown);
        const QImage image = f.view.grab().toImage();
        const auto isFull = [&](double seconds) {
            return contains(image, QRect(f.at(seconds, 3) + QPoint(0, 5), QSize(2, 2)),
                            palette(Theme::Light).track);
        };
        QVERIFY(isFull(1.2) && isFull(3.8) && isFull(5.8));
        QVERIFY(!isFull(0.5) && !isFull(6.5) && !isFull(9));
    }

    void itsToolTipTellsWhoHoldsItAndHowManyWait_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("held") << 1.5 << QStringLiteral("held by A");
        QTest::newRow("waited for") << 3.0 << QStringLiteral("1 waiting");
        QTest::newRow("handed on") << 5.0 << QStringLiteral("held by B");
        QTest::newRow("free") << 7.0 << QStringLiteral("free");
    }

    void itsToolTipTellsWhoHoldsItAndHowManyWait()
    {
        QFETCH(double, seconds);
        QFETCH(QString, expected);
        ChartWindow f(lockRun(), s(10));
        const QString tip = f.chart().toolTipAt(f.at(seconds, 3));
        QVERIFY2(tip.contains(expected), qPrintable(tip));
        QVERIFY(tip.contains(QStringLiteral("lock db")));
        QVERIFY(f.chart().toolTipAt(f.at(seconds, 4)).contains(QStringLiteral("queue jobs")));
    }

    void beforeItsFirstUseThereIsNothingToTell()
    {
        ChartWindow f(lockRun(), s(10));
        QVERIFY(f.chart().toolTipAt(f.at(0.4, 3)).isEmpty());
    }

    void theChevronFoldsThemIntoOneRow()
    {
        ChartWindow f(lockRun(), s(10));
        QVERIFY(f.isShown);
        const QPoint chevron(10, f.at(0, 3).y());
        f.click(chevron);
        QVERIFY(f.state.resourcesFolded.isOn());
        QCOMPARE(f.shown().rowCount(), 4);
        QVERIFY(f.shown().resource(3) == nullptr);
        (void)f.view.grab();
        f.click({10, f.at(0, 3).y()});
        QCOMPARE(f.shown().rowCount(), 5);
    }

    void theyAreThereOnTheOrderAxisToo()
    {
        ChartWindow f(lockRun(), s(10));
        QVERIFY(f.isShown);
        f.state.orderRange.setSpan({Ticks{0}, 13 * AxisMap::unit});
        f.state.axis.toggle();
        const auto& changes = f.shown().run->resources[0].changes;
        const double x = f.shown().xOf(AxisMap::unit * static_cast<Ticks::rep>(changes[0].event));
        const QString tip = f.chart().toolTipAt({x + 3, f.shown().middleOf(3)});
        QVERIFY2(tip.contains(QStringLiteral("held by A")), qPrintable(tip));
        QVERIFY(!f.view.grab().isNull());
    }
};

COROSCOPE_TEST(TestResourceRows)
#include "tst_resource_rows.moc"
