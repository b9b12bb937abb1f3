// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/output_model.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;
using Tester = QAbstractItemModelTester;

namespace {

PlayPosition after(int seconds)
{
    return {std::chrono::seconds(seconds)};
}

// "0.00 text*" for each line, the star for a fresh one.
QString shown(const OutputModel& model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        const bool isFresh = index.data(OutputModel::IsFreshRole).toBool();
        lines << index.data(OutputModel::TimeTextRole).toString() + u' ' + index.data().toString() +
                     (isFresh ? QLatin1String("*") : QLatin1String());
    }
    return lines.join(u'/');
}

// Prints at 0, 2 (three lines), 2 and 5 s.
ProgramRunPtr printer()
{
    TraceBuilder builder;
    const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
    builder.print(0, main, "start");
    builder.print(2, main, "a\n\nb");
    builder.print(2, main, "c");
    builder.print(5, main, "end");
    builder.end(6);
    return builder.run("printer");
}

}  // namespace

class TestOutputModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsPrintedUpToThePlayhead_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("expected");

        QTest::newRow("start") << 0 << "0.00 start*";
        QTest::newRow("between") << 1 << "0.00 start";
        QTest::newRow("several lines") << 2 << "0.00 start/2.00 a*/2.00 */2.00 b*/2.00 c*";
        QTest::newRow("later") << 5 << "0.00 start/2.00 a/2.00 /2.00 b/2.00 c/5.00 end*";
        QTest::newRow("end") << 6 << "0.00 start/2.00 a/2.00 /2.00 b/2.00 c/5.00 end";
    }

    void showsWhatIsPrintedUpToThePlayhead()
    {
        QFETCH(int, seconds);
        QFETCH(QString, expected);
        OutputModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(printer());

        for (const int from : {0, 6, 2}) {
            model.setPosition(after(from));
            model.setPosition(after(seconds));
            QCOMPARE(shown(model), expected);
        }
    }

    void showsTheStepsWithinAnInstant()
    {
        OutputModel model;
        model.setRun(printer());

        // Stops of unit Event at 2 s: before the first print, before the second.
        model.setPosition({std::chrono::seconds(2), 1, StepUnit::Event});

        QCOMPARE(shown(model), QStringLiteral("0.00 start/2.00 a*/2.00 */2.00 b*"));
    }

    void insertsAndRemovesRowsInsteadOfResetting()
    {
        OutputModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(printer());
        model.setPosition(after(0));
        const QSignalSpy resets(&model, &OutputModel::modelReset);
        const QSignalSpy insertions(&model, &OutputModel::rowsInserted);
        const QSignalSpy removals(&model, &OutputModel::rowsRemoved);

        model.setPosition(after(2));
        model.setPosition(after(1));

        QCOMPARE(resets.count(), 0);
        QCOMPARE(insertions.count(), 1);
        QCOMPARE(insertions[0][1].toInt(), 1);
        QCOMPARE(insertions[0][2].toInt(), 4);
        QCOMPARE(removals.count(), 1);
        QCOMPARE(removals[0][1].toInt(), 1);
    }

    void reportsWhichLinesAreNoLongerFresh()
    {
        OutputModel model;
        model.setRun(printer());
        model.setPosition(after(2));
        const QSignalSpy changes(&model, &OutputModel::dataChanged);

        model.setPosition(after(3));

        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 1);
        QCOMPARE(changes[0][1].toModelIndex().row(), 4);
    }

    void isEmptyWithoutARun()
    {
        OutputModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(printer());

        model.setRun(nullptr);
        model.setPosition(after(2));

        QCOMPARE(model.rowCount(), 0);
    }
};

COROSCOPE_TEST(TestOutputModel)
#include "tst_output_model.moc"
