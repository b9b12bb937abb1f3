// SPDX-License-Identifier: MIT
#include <QTest>
#include <algorithm>
#include <set>

#include "core/analysis/metrics.h"
#include "tests/support/lessons.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// The names of the rows to which something of `kind` happens, one for each time.
QStringList rowsOf(EventKind kind, const Trace& trace)
{
    const std::vector<std::string> names = rowNames(trace);
    QStringList rows;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        if (trace.at(i).kind == kind)
            rows << QString::fromStdString(names[trace.at(i).task.value]);
    }
    return rows;
}

int segmentsIn(SegmentState state, const Track& row)
{
    int count = 0;
    for (std::size_t i = 0; i < row.segments.size(); ++i)
        count += row.segments.stateAt(i) == state;
    return count;
}

}  // namespace

class TestLessonFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meanTurnaroundFallsToo();
    void onlyProcessesComputeAtOnce();
    void theLoopIsBusierWhenWaitsOverlap();
    void noMoreJobsRunThanThereAreWorkers();
    void onlyTheCoroutineIsLeftAndReentered();
    void pingAndPongTakeTurns();
    void theForgottenCoroutineHasNoRow();
    void theHerdWakesInOrder();
};

void TestLessonFacts::meanTurnaroundFallsToo()
{
    const auto turnaround = [](const char* program) {
        const QString name = QString::fromLatin1(program);
        return metricsOf(
                   Timeline(test::runLesson(QStringLiteral("impatient-customers"), name).trace))
            .meanTurnaround;
    };

    QCOMPARE(turnaround("sync"), Ticks(std::chrono::minutes(20 + 33 + 41)) / 3);
    QCOMPARE(turnaround("gather"), Ticks(std::chrono::minutes(20 + 13 + 8)) / 3);
}

void TestLessonFacts::onlyProcessesComputeAtOnce()
{
    const auto total = [](const char* program) {
        return test::runLesson(QStringLiteral("cpu-bound"), QString::fromLatin1(program))
            .trace->lastTime();
    };

    QCOMPARE(total("gather"), total("sync"));
    QCOMPARE(total("threads"), total("sync"));
    QCOMPARE(total("processes"), Ticks(std::chrono::seconds(4)));
}

void TestLessonFacts::theLoopIsBusierWhenWaitsOverlap()
{
    const auto busyShare = [](const char* program) {
        const QString name = QString::fromLatin1(program);
        return metricsOf(Timeline(test::runLesson(QStringLiteral("io-bound"), name).trace))
            .busyShare();
    };

    QCOMPARE(busyShare("sequential"), 0.4);
    QCOMPARE(busyShare("gather"), 4.0 / 6);
}

void TestLessonFacts::noMoreJobsRunThanThereAreWorkers()
{
    const scenario::Run run =
        test::runLesson(QStringLiteral("run-in-executor"), QStringLiteral("executor"));
    std::set<std::uint32_t> blocking;
    std::size_t most = 0;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Event event = run.trace->at(i);
        if (event.kind == EventKind::Block)
            blocking.insert(event.task.value);
        if (event.kind == EventKind::Unblock)
            blocking.erase(event.task.value);
        most = std::max(most, blocking.size());
    }

    QCOMPARE(most, std::size_t{2});
}

void TestLessonFacts::onlyTheCoroutineIsLeftAndReentered()
{
    const auto gaps = [](const char* program) {
        const Timeline timeline(
            test::runLesson(QStringLiteral("control-transfer"), QString::fromLatin1(program))
                .trace);
        return segmentsIn(SegmentState::Suspended, *test::rowCalled("add(1, 2)", timeline));
    };

    QCOMPARE(gaps("subroutine"), 0);
    QCOMPARE(gaps("coroutine"), 2);
}

void TestLessonFacts::pingAndPongTakeTurns()
{
    const scenario::Run run =
        test::runLesson(QStringLiteral("generator-coroutine"), QStringLiteral("ping-pong"));

    QStringList prints;
    for (int turn = 0; turn < 6; ++turn)
        prints << QStringLiteral("ping") << QStringLiteral("pong");
    QCOMPARE(rowsOf(EventKind::Print, *run.trace), prints);
    QCOMPARE(run.trace->lastTime(), Ticks{0});
}

void TestLessonFacts::theForgottenCoroutineHasNoRow()
{
    const scenario::Run run =
        test::runLesson(QStringLiteral("forgotten-await"), QStringLiteral("main"));

    QStringList warnings;
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Event event = run.trace->at(i);
        if (event.kind == EventKind::Print && event.word == Word::Stderr)
            warnings << QString::fromStdString(run.trace->text(event));
    }
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings[0].contains(QStringLiteral("coroutine 'save' was never awaited")));
    QCOMPARE(run.trace->taskCount(), std::size_t{1});
}

void TestLessonFacts::theHerdWakesInOrder()
{
    const scenario::Run run =
        test::runLesson(QStringLiteral("thundering-herd"), QStringLiteral("event"));

    QStringList visitors{QStringLiteral("main")};  // it opens the gate
    for (int i = 0; i < 20; ++i)
        visitors << QStringLiteral("visitor(%1)").arg(i);
    QCOMPARE(rowsOf(EventKind::Print, *run.trace), visitors);
}

COROSCOPE_TEST(TestLessonFacts)
#include "tst_lesson_facts.moc"
