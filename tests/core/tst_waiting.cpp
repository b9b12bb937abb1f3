// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/analysis/waiting.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// main awaits Task-2, which awaits a lock; Task-3 was woken; Task-4 only yielded.
Trace deadlock()
{
    Trace trace;
    const TaskId main = trace.addTask({"Task-1", "main()", {}, TaskInfo::Kind::Main, {}});
    for (const char* name : {"Task-2", "Task-3", "Task-4"})
        trace.addTask({name, "", main, TaskInfo::Kind::Task, {}});
    Wait lock;
    lock.object = trace.addObject("db");
    const std::vector<TaskId> children{{1}, {2}};
    trace.append({}, EventKind::Suspend, Word::Sleep, TaskId{1}, trace.addWait({}));
    trace.append({}, EventKind::Ready, Word::Timer, TaskId{1});
    trace.append({}, EventKind::Resume, Word::None, TaskId{1});
    trace.append({}, EventKind::Suspend, Word::Lock, TaskId{1}, trace.addWait(lock));
    trace.append({}, EventKind::Suspend, Word::Gather, main, trace.addWait({}, children));
    trace.append({}, EventKind::Suspend, Word::Future, TaskId{2}, trace.addWait({}));
    trace.append({}, EventKind::Ready, Word::Done, TaskId{2}, 1);
    trace.append({}, EventKind::Suspend, Word::Yield, TaskId{3});
    return trace;
}

}  // namespace

class TestWaiting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhoIsSuspendedAtTheEnd();
    void namesWhatEachWaitsFor_data();
    void namesWhatEachWaitsFor();
};

void TestWaiting::findsWhoIsSuspendedAtTheEnd()
{
    const Trace trace = deadlock();

    const std::vector<WaitingTask> waiting = waitingAtEnd(trace);

    QCOMPARE(waiting.size(), std::size_t{2});
    QCOMPARE(waiting[0].task, TaskId{0});
    QCOMPARE(waiting[0].suspendEvent, 4U);
    QCOMPARE(waiting[1].task, TaskId{1});
    QCOMPARE(waiting[1].suspendEvent, 3U);
    QVERIFY(waitingAtEnd(Trace()).empty());
}

void TestWaiting::namesWhatEachWaitsFor_data()
{
    QTest::addColumn<quint32>("task");
    QTest::addColumn<quint32>("event");
    QTest::addColumn<QString>("expected");

    QTest::newRow("tasks") << 0U << 4U << "Task-1 (main()) waits for Task-2, Task-3";
    QTest::newRow("an object") << 1U << 3U << "Task-2 waits for lock db";
    QTest::newRow("neither") << 2U << 5U << "Task-3 waits for a future";
}

void TestWaiting::namesWhatEachWaitsFor()
{
    QFETCH(quint32, task);
    QFETCH(quint32, event);

    QTEST(QString::fromStdString(waitText(deadlock(), {TaskId{task}, event})), "expected");
}

COROSCOPE_TEST(TestWaiting)
#include "tst_waiting.moc"
