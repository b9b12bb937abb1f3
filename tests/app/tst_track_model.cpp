// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "app/models/track_model.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;
using Tester = QAbstractItemModelTester;

namespace {

QString spoken(const TrackModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row).data(Qt::AccessibleTextRole).toString();
    return rows.join(QStringLiteral("; "));
}

}  // namespace

class TestTrackModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatEachRowDoes_data()
    {
        QTest::addColumn<bool>("isAsync");
        QTest::addColumn<int>("eventCount");
        QTest::addColumn<QString>("expected");

        QTest::newRow("before all") << true << 0
                                    << "main, not created yet; A, not created yet; B, not created "
                                       "yet; C, not created yet";
        QTest::newRow("B runs") << true << 21
                                << "main, suspended; A, suspended; B, running; C, suspended";
        QTest::newRow("end") << true << 99
                             << "main, returned None; A, returned 10; B, returned 3; C, returned 4";
        QTest::newRow("sync") << false << 8
                              << "main, in a call; A, blocking; B, waiting for its turn; C, "
                                 "waiting for its turn";
    }

    void saysWhatEachRowDoes()
    {
        QFETCH(bool, isAsync);
        QFETCH(int, eventCount);
        QFETCH(QString, expected);
        TrackModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(isAsync ? gatherRun() : syncRun());

        model.setEventCount(static_cast<std::size_t>(eventCount));

        QCOMPARE(spoken(model), expected);
    }

    void reportsOnlyRowsThatChange()
    {
        TrackModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(gatherRun());
        model.setEventCount(21);
        const QSignalSpy changes(&model, &TrackModel::dataChanged);

        model.setEventCount(22);

        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 2);
    }

    void describesARow()
    {
        TrackModel model;
        model.setRun(gatherRun());
        const QModelIndex b = model.index(2);

        QCOMPARE(b.data(TrackModel::LabelRole).toString(), QStringLiteral("delivery('B', 3)"));
        QCOMPARE(b.data(TrackModel::KindRole).toInt(), static_cast<int>(TaskInfo::Kind::Task));
        QCOMPARE(b.data(TrackModel::OutcomeRole).toInt(), static_cast<int>(Word::Returned));
        QCOMPARE(b.data(TrackModel::OutcomeTextRole).toString(), QStringLiteral("returned 3"));
        QCOMPARE(b.data(TrackModel::StateRole).toInt(), static_cast<int>(SegmentState::Done));
        model.setEventCount(5);
        QCOMPARE(b.data(TrackModel::OutcomeRole).toInt(), static_cast<int>(Word::None));
    }

    void isEmptyWithoutARun()
    {
        TrackModel model;
        const Tester tester(&model, Tester::FailureReportingMode::QtTest);
        model.setRun(gatherRun());

        model.setRun(nullptr);
        model.setEventCount(3);

        QCOMPARE(model.rowCount(), 0);
    }
};

COROSCOPE_TEST(TestTrackModel)
#include "tst_track_model.moc"
