// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/loop_model.h"
#include "tests/app/delivery_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

PlayPosition at(int seconds, int stop = PlayPosition::wholeInstant)
{
    return {std::chrono::seconds(seconds), stop};
}

struct Fixture {
    explicit Fixture(ProgramRunPtr run) { model.setRun(std::move(run)); }

    // What is said of a section, line by line.
    [[nodiscard]] QStringList section(LoopSection wanted) const
    {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.line(row).section == wanted)
                lines << model.index(row).data().toString();
        }
        return lines;
    }

    LoopModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

}  // namespace

class TestLoopModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoRunsAndWhatItDoes()
    {
        Fixture f(delivery("gather"));

        f.model.setPosition(at(3, 0));

        const QStringList running = f.section(LoopSection::Running);
        QCOMPARE(running.size(), 1);
        QVERIFY2(running[0].startsWith(QLatin1String("B delivery('B', 3) prints line ")),
                 qPrintable(running[0]));
        QCOMPARE(f.section(LoopSection::Ready), QStringList(QStringLiteral("empty")));
    }

    void timersComeEarliestFirstWithTheTimeLeft()
    {
        Fixture f(delivery("gather"));

        f.model.setPosition(at(3));

        QCOMPARE(f.section(LoopSection::Timers),
                 QStringList({QStringLiteral("C in 1.00 s at 4.00 s"),
                              QStringLiteral("A in 7.00 s at 10.00 s")}));
        QCOMPARE(f.model.find(LoopSection::Timers)->share, std::optional(1.0 / 7));
    }

    void whoWaitsPointsToWhom()
    {
        Fixture f(delivery("gather"));

        f.model.setPosition(at(3));

        const LoopLine* const waiting = f.model.find(LoopSection::Waiting);
        QCOMPARE(waiting->chips.size(), std::size_t{1});
        QCOMPARE(waiting->targets.size(), std::size_t{3});
        QCOMPARE(waiting->targets[0], (LoopChip{QStringLiteral("A"), SegmentState::Suspended}));
        QCOMPARE(waiting->targets[1], (LoopChip{QStringLiteral("B"), SegmentState::Done}));
    }

    void theReadyQueueKeepsItsOrder()
    {
        Fixture f(delivery("gather"));

        f.model.setPosition(at(0, 0));

        QCOMPARE(f.section(LoopSection::Ready), QStringList(QStringLiteral("A B C")));
        QCOMPARE(f.model.find(LoopSection::Ready)->chips[0].state, SegmentState::Ready);
    }

    void aPlainProgramHasNoLoop()
    {
        Fixture f(delivery("sync"));

        f.model.setPosition(at(3));

        QCOMPARE(f.model.headline(), QStringLiteral("no event loop, one thread"));
        QVERIFY(f.section(LoopSection::Running)[0].startsWith(
            QLatin1String("A time.sleep(10) holds the thread")));
        QCOMPARE(f.section(LoopSection::Ready),
                 QStringList(QStringLiteral("B C wait for their turn")));
        QCOMPARE(f.section(LoopSection::Waiting),
                 QStringList(QStringLiteral("main A returns in 7.00 s")));
    }

    void turnsAreCounted()
    {
        Fixture f(delivery("gather"));

        f.model.setPosition(at(0, 0));
        QCOMPARE(f.model.headline(), QStringLiteral("event loop, turn 1"));
    }

    void saysWhyNobodyRuns_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("stop");
        QTest::addColumn<QString>("expected");
        QTest::newRow("between timers")
            << 5 << PlayPosition::wholeInstant << "the loop sleeps until the first timer";
        QTest::newRow("at the end") << 10 << PlayPosition::wholeInstant << "the program is over";
    }

    void saysWhyNobodyRuns()
    {
        QFETCH(int, seconds);
        QFETCH(int, stop);
        QFETCH(QString, expected);
        Fixture f(delivery("gather"));

        f.model.setPosition(at(seconds, stop));

        QCOMPARE(f.section(LoopSection::Running), QStringList(expected));
    }

    void blankLinesFillASectionUp()
    {
        Fixture f(delivery("sync"));
        f.model.setPosition(at(3));
        QCOMPARE(f.section(LoopSection::Timers).size(), 1);

        f.model.setLeast(LoopSection::Timers, 3);

        QCOMPARE(f.section(LoopSection::Timers).size(), 3);
        QCOMPARE(f.model.countOf(LoopSection::Timers), 1);
        f.model.setLeast(LoopSection::Timers, 1);
        QCOMPARE(f.section(LoopSection::Timers).size(), 1);
    }

    void standingStillReportsNothing()
    {
        Fixture f(delivery("sync"));
        f.model.setPosition(at(3));
        QSignalSpy changed(&f.model, &LoopModel::dataChanged);

        f.model.setPosition(at(3));

        QCOMPARE(changed.count(), 0);
    }
};

COROSCOPE_TEST(TestLoopModel)
#include "tst_loop_model.moc"
