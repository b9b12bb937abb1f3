// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QTest>

#include "app/models/findings_model.h"
#include "tests/app/sample_runs.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::test;

namespace {

using Kind = Finding::Kind;
constexpr Ticks second = std::chrono::seconds(1);

// A finding of which all values are known, so that every sentence has something to name.
Finding findingOf(Kind kind)
{
    Finding finding;
    finding.kind = kind;
    finding.event = 5;
    finding.task = TaskId{1};
    finding.by = TaskId{2};
    finding.tasks = {TaskId{1}, TaskId{2}, TaskId{3}};
    finding.affected = {{TaskId{2}, 3 * second}, {TaskId{3}, second}};
    finding.cost = 4 * second;
    finding.count = 3;
    finding.isCircle = true;
    finding.name = "ValueError";
    finding.detail = "no tea";
    return finding;
}

QString sentenceOf(const Finding& finding)
{
    return findingSentence(*gatherRun(), finding);
}

}  // namespace

class TestFindingsModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, Kind kind, const char* expected) {
            QTest::newRow(name) << kind << QString::fromUtf8(expected);
        };
        row("deadlock", Kind::Deadlock,
            "gather: Deadlock: nothing can ever wake anybody; A waits for B, B waits for C, "
            "C waits for A.");
        row("exception", Kind::Exception, "gather: The program ends with ValueError; no tea.");
        row("not retrieved", Kind::ExceptionNotRetrieved,
            "gather: Nobody looks at the ValueError that A raises; no tea.");
        row("blocking", Kind::BlockingCall,
            "gather: A blocks the loop 3 times, 4.00 s in all; held up: B and C, by up to 3.00 s.");
        row("starvation", Kind::Starvation,
            "gather: A holds the loop for 4.00 s without giving way; held up: B and C, by up to "
            "3.00 s.");
        row("long step", Kind::LongStep,
            "gather: A computes for 4.00 s without a pause; held up: B and C, by up to 3.00 s.");
        row("sequential", Kind::SequentialAwaits,
            "gather: Awaited one after the other: A, B and C; none needs what another found out: "
            "gather them.");
        row("fan-out", Kind::UnboundedFanOut,
            "gather: A starts 3 tasks at once; a semaphore would limit them.");
        row("clean-up", Kind::CancelledInCleanUp,
            "gather: A is cancelled again while it cleans up; by B.");
    }

    void saysWhatIsWrong()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, expected);

        QCOMPARE(sentenceOf(findingOf(kind)), expected);
    }

    void aKnownGainIsSaid()
    {
        Finding finding = findingOf(Kind::SequentialAwaits);
        finding.gain = 7 * second;

        QVERIFY(sentenceOf(finding).contains(QLatin1String("gather would save 7 s")));
    }

    void aCoroutineOrATaskIsNeverAwaited()
    {
        Finding finding = findingOf(Kind::NeverAwaited);
        QVERIFY(sentenceOf(finding).contains(QLatin1String("Coroutine ValueError is never")));
        finding.name.clear();
        QVERIFY(sentenceOf(finding).contains(QLatin1String("A is never awaited; it is cut off")));
    }

    void rowsAreTheFindingsInTheirOrder()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.setFindings(gatherRun(), {findingOf(Kind::Exception), findingOf(Kind::LongStep)});

        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(FindingsModel::MoreRole).toString(), QStringLiteral("no tea"));
        QCOMPARE(model.index(1).data(FindingsModel::EventRole).toInt(), 5);
        QCOMPARE(model.index(1).data(FindingsModel::StateRole).toInt(),
                 static_cast<int>(SegmentState::Running));
        model.setFindings(nullptr, {});
        QCOMPARE(model.rowCount(), 0);
    }
};

COROSCOPE_TEST(TestFindingsModel)
#include "tst_findings_model.moc"
