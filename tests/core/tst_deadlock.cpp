// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/analysis/blocked_tasks.h"
#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// A line for each task that waits.
QString describe(const Trace& trace)
{
    QStringList lines;
    for (const BlockedTask& task : blockedTasks(trace))
        lines << QString::fromStdString(waitText(trace, task));
    return lines.join(QStringLiteral("; "));
}

}  // namespace

class TestDeadlock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoWaitsForWhom_data();
    void tellsWhoWaitsForWhom();
};

void TestDeadlock::tellsWhoWaitsForWhom_data()
{
    QTest::addColumn<QByteArray>("functions");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    QTest::newRow("two locks, taken crosswise")
        << QByteArray(R"([
            {"name": "f", "body": [{"with": "$a", "body": [{"yield": true},
                {"with": "$b", "body": []}]}]},
            {"name": "g", "body": [{"with": "$b", "body": [{"yield": true},
                {"with": "$a", "body": []}]}]}])")
        << QByteArray(R"([{"gather": [{"call": "f"}, {"call": "g"}]}])")
        << "Task-1 (main()) waits for Task-2 (f()), Task-3 (g()); "
           "Task-2 (f()) waits for lock b, held by Task-3 (g()); "
           "Task-3 (g()) waits for lock a, held by Task-2 (f())";
    QTest::newRow("a queue that nobody fills")
        << QByteArray("[]") << QByteArray(R"([{"get": "$q"}])")
        << "Task-1 (main()) waits for queue q";
    QTest::newRow("an event that nobody sets")
        << QByteArray(R"([{"name": "f", "body": [{"wait_event": "$e"}]}])")
        << QByteArray(R"([{"create_task": {"call": "f"}, "into": "t"}, {"await": "$t"}])")
        << "Task-1 (main()) waits for Task-2 (f()); Task-2 (f()) waits for event e";
    QTest::newRow("in the clean-up, by a task that will not be cancelled")
        << QByteArray(R"([{"name": "f", "body": [{"try": [{"wait_event": "$e"}], "except":
            [{"type": "CancelledError", "body": [{"get": "$q"}]}]}]}])")
        << QByteArray(R"([{"create_task": {"call": "f"}}, {"yield": true}])")
        << "Task-2 (f()) waits for queue q";
    QTest::newRow("a lock that is held for ever by a task that has ended")
        << QByteArray(R"([{"name": "f", "body": [{"acquire": "$a"}]}])")
        << QByteArray(R"([{"await": {"call": "f"}}, {"acquire": "$a"}])")
        << "Task-1 (main()) waits for lock a, held by Task-1 (main())";
}

void TestDeadlock::tellsWhoWaitsForWhom()
{
    QFETCH(QByteArray, functions);
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const QByteArray text = R"({"coroscope_scenario": 1, "functions": )" + functions +
                            R"(, "mains": [{"name": "main", "body": )" + body +
                            R"(}], "objects": {"a": {"type": "lock"}, "b": {"type": "lock"},
                                "q": {"type": "queue"}, "e": {"type": "event"}}})";
    const auto program = scenario::readScenario(text.toStdString(), "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), "main");

    QVERIFY(run);
    QCOMPARE(run.value().how, Word::Deadlock);
    QCOMPARE(describe(*run.value().trace), expected);
}

COROSCOPE_TEST(TestDeadlock)
#include "tst_deadlock.moc"
