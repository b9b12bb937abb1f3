// SPDX-License-Identifier: MIT
#include <QTest>

#include "tests/support/lessons.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr double minutes = 60;

Ticks secondsOf(double seconds)
{
    return std::chrono::duration_cast<Ticks>(std::chrono::duration<double>(seconds));
}

void addState(const char* lesson, const char* program, const char* row, double seconds,
              SegmentState state)
{
    QTest::addRow("%s %s: %s at %g s", lesson, program, row, seconds)
        << lesson << program << std::string(row) << seconds << state;
}

// Who waits while another one is served, computes or fails.
void addComparisonRows()
{
    const auto row = addState;
    row("delivery", "sync", "main", 5, SegmentState::InCall);
    row("delivery", "sync", "B", 5, SegmentState::Waiting);
    row("delivery", "gather", "B", 1, SegmentState::Suspended);
    row("async-but-sequential", "sequential", "B", 4, SegmentState::Waiting);
    row("async-but-sequential", "gather", "B", 1, SegmentState::Suspended);
    row("impatient-customers", "sync", "C", 32 * minutes, SegmentState::Waiting);
    row("impatient-customers", "sync", "C", 34 * minutes, SegmentState::Blocking);
    row("impatient-customers", "gather", "C", 1 * minutes, SegmentState::Suspended);
    row("await-or-task", "sequential", "B", 2, SegmentState::Waiting);
    row("await-or-task", "create_task", "B", 0.5, SegmentState::Suspended);
    row("cpu-bound", "gather", "B", 1, SegmentState::Ready);
    row("io-bound", "gather", "A", 1.5, SegmentState::Suspended);
    row("blocking-call", "gather", "B", 1, SegmentState::Suspended);
    row("blocking-call", "gather_blocking", "A", 1, SegmentState::Blocking);
    row("blocking-call", "gather_blocking", "B", 1, SegmentState::Ready);
    row("blocking-call", "gather_blocking", "C", 1, SegmentState::Ready);
    row("run-in-executor", "gather", "B", 0.5, SegmentState::Ready);
}

void addSwitchingRows()
{
    const auto row = addState;
    row("control-transfer", "subroutine", "main", 0.5, SegmentState::InCall);
    row("control-transfer", "subroutine", "add(1, 2)", 0.5, SegmentState::Blocking);
    row("control-transfer", "coroutine", "main", 0.5, SegmentState::Suspended);
    row("control-transfer", "coroutine", "add(1, 2)", 0.5, SegmentState::Suspended);
    row("awaitables", "main", "main", 0.5, SegmentState::Suspended);
    row("awaitables", "main", "bake_bread(2)", 2, SegmentState::Suspended);
    row("awaitables", "main", "deliver(3)", 5, SegmentState::Suspended);
    row("gather-errors", "raises", "B", 1, SegmentState::Done);
    row("gather-errors", "raises", "A", 2.5, SegmentState::Suspended);
    row("fetcher", "gather", "H", 0.5, SegmentState::Suspended);
    row("task-group", "gather", "A", 2, SegmentState::Suspended);
    row("task-group", "task_group", "A", 1, SegmentState::Done);
    row("timeout", "wait_for", "slow(5)", 1.5, SegmentState::Suspended);
    row("timeout", "timeout", "slow(5)", 2, SegmentState::Done);
    row("cancel-a-task", "main", "worker", 2.5, SegmentState::Suspended);
    row("cancel-a-task", "main", "client", 4, SegmentState::Done);
    row("cancel-a-task", "main", "save()", 5, SegmentState::Suspended);
    row("starvation", "greedy", "crunch()", 2, SegmentState::Running);
    row("starvation", "greedy", "heartbeat()", 2, SegmentState::Suspended);
    row("starvation", "polite", "heartbeat()", 2, SegmentState::Suspended);
    row("thundering-herd", "event", "visitor(19)", 0.5, SegmentState::Suspended);
}

void addWait(const char* lesson, const char* program, double seconds, const char* object,
             const char* rows)
{
    QTest::addRow("%s %s: %s at %g s", lesson, program, object, seconds)
        << lesson << program << seconds << std::string(object) << rows;
}

// The object that a row awaits at the end of the first `count` events; empty if it awaits none.
std::string awaitedObject(const Trace& trace, TaskId task, std::size_t count)
{
    std::string object;
    for (std::size_t i = 0; i < count; ++i) {
        const Event event = trace.at(i);
        if (event.task != task)
            continue;
        if (event.kind == EventKind::Suspend && event.word != Word::Yield) {
            const Wait& wait = trace.wait(event);
            object = wait.object.isValid() ? trace.objectName(wait.object) : std::string();
        } else if (event.kind == EventKind::Ready || event.kind == EventKind::Resume) {
            object.clear();
        }
    }
    return object;
}

}  // namespace

class TestLessonStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhoWaits_data();
    void showsWhoWaits();
    void showsForWhatTheyWait_data();
    void showsForWhatTheyWait();
    void endsAsTheLessonSays_data();
    void endsAsTheLessonSays();
};

void TestLessonStates::showsWhoWaits_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("program");
    QTest::addColumn<std::string>("row");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<SegmentState>("state");

    addComparisonRows();
    addSwitchingRows();
}

void TestLessonStates::showsWhoWaits()
{
    QFETCH(QString, lesson);
    QFETCH(QString, program);
    QFETCH(std::string, row);
    QFETCH(double, seconds);
    QFETCH(SegmentState, state);

    const Timeline timeline(test::runLesson(lesson, program).trace);
    const Track* const track = test::rowCalled(row, timeline);

    QVERIFY(track != nullptr);
    QCOMPARE(static_cast<int>(test::stateAt(secondsOf(seconds), *track, timeline)),
             static_cast<int>(state));
}

void TestLessonStates::showsForWhatTheyWait_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("program");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<std::string>("object");
    QTest::addColumn<QString>("rows");

    addWait("fetcher", "limited", 0.5, "places", "D E F G H");
    addWait("fetcher", "limited", 1.5, "places", "F G H");
    addWait("barista", "gather", 0.5, "clerk", "B C");
    addWait("barista", "gather", 3.5, "machine", "B C");
    addWait("barista", "gather", 5, "machine", "C");
    addWait("awaitables", "main", 5, "milk", "main");
    addWait("producer-consumer", "main", 0.5, "queue", "consumer()");
    addWait("producer-consumer", "main", 6, "queue", "producer()");
    addWait("dining-philosophers", "deadlock", 1, "fork2", "A");
    addWait("dining-philosophers", "deadlock", 1, "fork1", "E");
    addWait("dining-philosophers", "ordered", 0.5, "fork1", "E");
    addWait("rate-limit", "main", 2.5, "permits",
            "request(15) request(16) request(17) request(18) request(19)");
}

void TestLessonStates::showsForWhatTheyWait()
{
    QFETCH(QString, lesson);
    QFETCH(QString, program);
    QFETCH(double, seconds);
    QFETCH(std::string, object);
    const scenario::Run run = test::runLesson(lesson, program);
    const std::vector<std::string> names = rowNames(*run.trace);

    QStringList rows;
    for (std::uint32_t id = 0; id < run.trace->taskCount(); ++id) {
        const std::size_t count = run.trace->upperBound(secondsOf(seconds));
        if (awaitedObject(*run.trace, TaskId{id}, count) == object)
            rows << QString::fromStdString(names[id]);
    }

    QTEST(rows.join(QLatin1Char(' ')), "rows");
}

void TestLessonStates::endsAsTheLessonSays_data()
{
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("program");
    QTest::addColumn<std::string>("row");
    QTest::addColumn<Word>("how");

    const auto add = [](const char* lesson, const char* program, const char* row, Word how) {
        QTest::addRow("%s %s: %s", lesson, program, row)
            << lesson << program << std::string(row) << how;
    };
    add("gather-errors", "raises", "A", Word::Returned);
    add("gather-errors", "raises", "B", Word::Raised);
    add("gather-errors", "return_exceptions", "C", Word::Returned);
    add("timeout", "wait_for", "slow(5)", Word::Cancelled);
    add("timeout", "timeout", "slow(5)", Word::Cancelled);
    add("cancel-a-task", "main", "worker", Word::Cancelled);
    add("cancel-a-task", "main", "client", Word::Cancelled);
    add("cancel-a-task", "main", "save()", Word::Returned);
    add("task-group", "gather", "A", Word::Returned);
    add("task-group", "gather", "B", Word::Raised);
    add("task-group", "task_group", "A", Word::Cancelled);
    add("task-group", "task_group", "C", Word::Cancelled);
}

void TestLessonStates::endsAsTheLessonSays()
{
    QFETCH(QString, lesson);
    QFETCH(QString, program);
    QFETCH(std::string, row);
    QFETCH(Word, how);

    const Timeline timeline(test::runLesson(lesson, program).trace);
    const Track* const track = test::rowCalled(row, timeline);

    QVERIFY(track != nullptr && track->doneEvent != Track::notDone);
    QVERIFY(timeline.trace().at(track->doneEvent).word == how);
}

COROSCOPE_TEST(TestLessonStates)
#include "tst_lesson_states.moc"
