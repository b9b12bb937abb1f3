// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/event_table_model.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;
using Tester = QAbstractItemModelTester;

namespace {

QString rowText(const EventTableModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.index(row, column).data().toString();
    return cells.join(QStringLiteral(" | "));
}

// The detail of the last but one event of a run that `write` makes.
QString lastDetail(const TraceBuilder& builder)
{
    EventTableModel model;
    model.setRun(builder.run("x"));
    return model.index(model.rowCount() - 1, EventTableModel::DetailColumn).data().toString();
}

}  // namespace

class TestEventTableModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEachEventInPlainWords_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("expected");

        QTest::newRow("create") << 2 << "3 | 0.00 s | A | created | delivery('A', 10)";
        QTest::newRow("ready") << 3 << "4 | 0.00 s | A | ready | created by main";
        QTest::newRow("gather") << 8 << "9 | 0.00 s | main | suspends | awaits A, B, C";
        QTest::newRow("resume") << 9 << "10 | 0.00 s | A | resumes | ";
        QTest::newRow("print") << 10
                               << QString::fromUtf8(
                                      "11 | 0.00 s | A | output | prints A에게 배달 완료!");
        QTest::newRow("sleep") << 11 << "12 | 0.00 s | A | suspends | sleep until 10 s";
        QTest::newRow("timer") << 18 << "19 | 3.00 s | B | ready | woken by timer";
        QTest::newRow("done") << 21 << "22 | 3.00 s | B | done | returned 3";
        QTest::newRow("woken") << 30 << "31 | 10.00 s | main | ready | woken by A, which is done";
        QTest::newRow("end") << 34 << "35 | 10.00 s |  | end | ended well";
    }

    void showsEachEventInPlainWords()
    {
        QFETCH(int, row);
        QFETCH(QString, expected);
        EventTableModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);

        model.setRun(gatherRun());

        QCOMPARE(model.rowCount(), 35);
        QCOMPARE(rowText(model, row), expected);
    }

    void explainsTheRarerEvents()
    {
        TraceBuilder builder;
        const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
        Trace& trace = builder.trace();
        const ObjectId lock = trace.addObject("db");

        builder.at(1, EventKind::Block, Word::Work, main);
        QCOMPARE(lastDetail(builder), QStringLiteral("computes, and holds the thread"));
        builder.at(1, EventKind::Suspend, Word::Lock, main,
                   trace.addWait({std::chrono::seconds(4), {}, lock}));
        QCOMPARE(lastDetail(builder), QStringLiteral("waits for lock db, until 4 s at most"));
        builder.at(1, EventKind::Suspend, Word::Yield, main);
        QCOMPARE(lastDetail(builder), QStringLiteral("lets others run"));
        builder.at(1, EventKind::Use, Word::Acquire, main, trace.addUse({lock, 1}));
        QCOMPARE(lastDetail(builder), QStringLiteral("acquire db, now 1"));
        builder.at(1, EventKind::Cancel, Word::None, main, trace.addCancel({main, "late"}));
        QCOMPARE(lastDetail(builder), QStringLiteral("asked to stop by main: late"));
        trace.appendTurn(std::chrono::seconds(1), {2, 1});
        QCOMPARE(lastDetail(builder), QStringLiteral("2 ready, 1 timer"));
        builder.print(1, main, "a\nb");
        QCOMPARE(lastDetail(builder), QString::fromUtf8("prints a↵b"));
        builder.at(4, EventKind::Done, Word::Raised, main, trace.addOutcome({"no", "ValueError"}));
        QCOMPARE(lastDetail(builder), QStringLiteral("raised ValueError: no"));
    }

    void namesOnlySomeOfManyAwaitedTasks()
    {
        TraceBuilder builder;
        const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
        std::vector<TaskId> tasks;
        for (const char* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
            tasks.push_back(builder.task(name));

        builder.at(0, EventKind::Suspend, Word::Gather, main, builder.trace().addWait({}, tasks));

        QCOMPARE(lastDetail(builder), QStringLiteral("awaits a, b, c, d, e, f, g, h and 2 more"));
    }

    void reportsOnlyTheRowsThatLookDifferent_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");

        QTest::newRow("one forward") << 10 << 11 << 9 << 10;
        QTest::newRow("one back") << 11 << 10 << 9 << 10;
        QTest::newRow("to the end") << 20 << 99 << 19 << 34;
        QTest::newRow("to the beginning") << 3 << 0 << 0 << 2;
    }

    void reportsOnlyTheRowsThatLookDifferent()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        EventTableModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(gatherRun());
        model.setEventCount(static_cast<std::size_t>(from));
        const QSignalSpy changes(&model, &EventTableModel::dataChanged);

        model.setEventCount(static_cast<std::size_t>(to));
        model.setEventCount(static_cast<std::size_t>(to));

        QCOMPARE(changes.count(), 1);
        QTEST(changes[0][0].toModelIndex().row(), "first");
        QTEST(changes[0][1].toModelIndex().row(), "last");
    }

    void knowsWhatHasHappened()
    {
        EventTableModel model;
        model.setRun(gatherRun());

        model.setEventCount(12);

        QVERIFY(model.index(11, 0).data(EventTableModel::HasHappenedRole).toBool());
        QVERIFY(model.index(11, 0).data(EventTableModel::IsCurrentRole).toBool());
        QVERIFY(!model.index(10, 0).data(EventTableModel::IsCurrentRole).toBool());
        QVERIFY(!model.index(12, 0).data(EventTableModel::HasHappenedRole).toBool());
        QCOMPARE(model.index(18, 0).data(EventTableModel::TimeNsRole).toLongLong(), 3000000000);
    }

    void isEmptyWithoutARun()
    {
        EventTableModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(gatherRun());

        model.setRun(nullptr);
        model.setEventCount(3);

        QCOMPARE(model.rowCount(), 0);
    }
};

COROSCOPE_TEST(TestEventTableModel)
#include "tst_event_table_model.moc"
