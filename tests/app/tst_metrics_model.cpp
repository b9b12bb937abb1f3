// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/models/metrics_model.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

struct Fixture {
    explicit Fixture(const ProgramRunPtr& run) { model.setRun(run); }

    [[nodiscard]] QStringList row(int number) const
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(number, column).data().toString();
        return cells;
    }

    MetricsModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

QStringList cells(const char* text)
{
    return QString::fromUtf8(text).split(u'|');
}

}  // namespace

class TestMetricsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHowEachTaskSpentItsTime_data()
    {
        QTest::addColumn<bool>("isSync");
        QTest::addColumn<int>("row");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("a call waits, then blocks")
            << true << 2 << cells("B|10 s|0 s|0 s|3 s|0 s|13 s");
        QTest::newRow("its caller is in calls")
            << true << 0 << cells("main|0 s|17 s|0 s|0 s|0 s|17 s");
        QTest::newRow("a task awaits") << false << 1 << cells("A|0 s|10 s|0 s|0 s|0 s|10 s");
    }

    void tellsHowEachTaskSpentItsTime()
    {
        QFETCH(bool, isSync);
        QFETCH(int, row);
        QFETCH(QStringList, expected);
        const Fixture f(isSync ? syncRun() : gatherRun());

        QCOMPARE(f.row(row), expected);
    }

    void whatNeverEndedHasNoTotal()
    {
        TraceBuilder builder;
        const TaskId main = builder.task("main()", TaskInfo::Kind::Main);
        builder.at(0, EventKind::Resume, Word::None, main);
        builder.end(2, Word::Interrupted);
        const Fixture f(builder.run("cut off"));

        QCOMPARE(f.row(0).back(), QStringLiteral("–"));
        QCOMPARE(f.row(0)[MetricsModel::RunningColumn], QStringLiteral("2 s"));
    }

    void isEmptyWithoutARun()
    {
        Fixture f(gatherRun());

        f.model.setRun(nullptr);

        QCOMPARE(f.model.rowCount(), 0);
    }
};

COROSCOPE_TEST(TestMetricsModel)
#include "tst_metrics_model.moc"
