// SPDX-License-Identifier: MIT
#include <QFile>
#include <QTest>

#include "core/analysis/findings.h"
#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

std::shared_ptr<const Trace> traceOf(const QByteArray& text, const char* program = "main")
{
    const auto read = scenario::readScenario(text.toStdString(), "test");
    return scenario::run(read.value(), program).value().trace;
}

std::shared_ptr<const Trace> runMain(const QByteArray& body, bool isAsync = true)
{
    return traceOf(R"({"coroscope_scenario": 1, "functions": [
        {"name": "naps", "params": ["who", "length"], "body": [{"sleep": "$length"},
            {"return": "$length"}]},
        {"name": "blocks", "params": ["who"], "body": [{"block": 3}]},
        {"name": "works", "params": ["who", "length"], "body": [{"work": "$length"}]},
        {"name": "token", "params": [], "body": [{"sleep": 1}, {"return": "secret"}]},
        {"name": "fetch", "params": ["what"], "body": [{"sleep": 1}]},
        {"name": "greedy", "params": [], "body": [{"repeat": 10, "body": [{"work": 1}]}]},
        {"name": "polite", "params": [], "body": [{"repeat": 10, "body": [{"work": 0.05},
            {"yield": true}]}]},
        {"name": "fails", "params": [], "body": [{"sleep": 1}, {"raise": "ValueError",
            "message": "no"}]},
        {"name": "locks", "params": ["who"], "body": [{"with": "$a", "body": [{"sleep": 1}]}]},
        {"name": "limited", "params": [], "body": [{"with": "$s", "body": [{"sleep": 1}]}]},
        {"name": "crossed", "params": ["who", "x", "y"], "body": [{"with": "$a", "body": [
            {"yield": true}, {"with": "$b", "body": []}]}]},
        {"name": "crossing", "params": ["who"], "body": [{"with": "$b", "body": [
            {"yield": true}, {"with": "$a", "body": []}]}]},
        {"name": "cleans", "params": ["who"], "body": [{"try": [{"sleep": 9}], "finally": [
            {"sleep": 2}]}]},
        {"name": "computes", "params": [], "async": false, "body": [{"work": 3}]}],
        "objects": {"q": {"type": "queue"}, "a": {"type": "lock"}, "b": {"type": "lock"},
            "s": {"type": "semaphore", "value": 3}},
        "mains": [{"name": "main", "async": )" +
                   QByteArray(isAsync ? "true" : "false") + R"(, "body": )" + body + "}]}");
}

QString textsOf(const std::shared_ptr<const Trace>& trace)
{
    QStringList texts;
    for (const Finding& finding : findingsOf(Timeline(trace)))
        texts << QString::fromStdString(finding.text);
    return texts.join(QStringLiteral("; "));
}

const QByteArray beat = R"({"call": "naps", "args": ["A", 1]})";

}  // namespace

class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sayWhatIsWrong_data();
    void sayWhatIsWrong();
    void findNothingInGoodPrograms_data();
    void findNothingInGoodPrograms();
    void nameAwaitsOneAfterTheOther_data();
    void nameAwaitsOneAfterTheOther();
    void pointAtTheBlockingCall();
    void tellWhomItHeldUpAndForHowLong();
    void pointWhereTheDeadlockClosed();
    void tellHowLongEachWaitedForTheLock();
    void pointAtTheSecondCancel();
};

void TestFindings::sayWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a call that holds up a sleeper")
        << QByteArray("[{\"gather\": [" + beat + R"(, {"call": "blocks", "args": ["B"]}]}])")
        << "B blocks the loop for 3.00 s and holds up A";
    QTest::newRow("a call that holds up who is ready")
        << QByteArray(R"([{"gather": [{"call": "blocks", "args": ["B"]},
                                      {"call": "naps", "args": ["A", 0]}]}])")
        << "B blocks the loop for 3.00 s and holds up A";
    QTest::newRow("calls that hold up, each a second")
        << QByteArray("[{\"create_task\": " + beat + R"(, "into": "t"}, {"yield": true},
            {"block": 2}, {"block": 0.5}, {"await": "$t"}])")
        << "main blocks the loop twice, 2.50 s in all, and holds up A";
    QTest::newRow("a deadlock without a circle")
        << QByteArray(R"([{"get": "$q"}])") << "deadlock";
    QTest::newRow("a deadlock")
        << QByteArray(R"([{"gather": [{"call": "crossed", "args": ["A", 1, 2]},
                                      {"call": "crossing", "args": ["B"]}]}])")
        << "deadlock: A waits for B, B for A";
    QTest::newRow("a deadlock with oneself")
        << QByteArray(R"([{"acquire": "$a"}, {"acquire": "$a"}])")
        << "deadlock: main waits for itself";
    QTest::newRow("an exception, and a blocking call")
        << QByteArray("[{\"create_task\": " + beat + R"(}, {"yield": true},
                          {"block": 2}, {"raise": "ValueError", "message": "no"}])")
        << "ValueError: no; main blocks the loop for 2.00 s and holds up A";
    QTest::newRow("a long step")
        << QByteArray("[{\"gather\": [" + beat + R"(, {"call": "works", "args": ["B", 3]}]}])")
        << "B computes for 3.00 s without a pause and holds up A";
    QTest::newRow("starvation")
        << QByteArray("[{\"gather\": [" + beat + R"(, {"call": "greedy"}]}])")
        << "greedy() holds the loop for 10.00 s without giving way and starves A";
    QTest::newRow("a coroutine that was forgotten")
        << QByteArray(R"([{"call_forgotten": {"call": "fetch", "args": ["x"]}}])")
        << "coroutine fetch was never awaited: it never runs";
    QTest::newRow("a task that was forgotten")
        << QByteArray("[{\"create_task\": " + beat + R"(}, {"yield": true}])")
        << "A was never awaited: it is cut off when main ends";
    QTest::newRow("an exception that nobody looks at")
        << QByteArray(R"([{"create_task": {"call": "fails"}}, {"sleep": 2}])")
        << "nobody looks at the ValueError that fails() raises";
    QTest::newRow("a convoy")
        << QByteArray(R"([{"gather": [{"call": "locks", "args": ["A"]}, {"call": "locks",
            "args": ["B"]}, {"call": "locks", "args": ["C"]}]}])")
        << "up to 2 tasks queue for lock a and wait 3.00 s in all";
    QTest::newRow("a fan-out without a limit")
        << QByteArray(R"([{"task_group": [{"repeat": 120, "body": [{"create_task":
            {"call": "fetch", "args": ["x"]}}]}]}])")
        << "main sets 120 tasks going at once, without a limit";
    QTest::newRow("cancelled while cleaning up")
        << QByteArray(R"([{"create_task": {"call": "cleans", "args": ["A"]}, "into": "t"},
            {"sleep": 1}, {"cancel": "$t"}, {"sleep": 1}, {"cancel": "$t"},
            {"wait": ["$t"]}])")
        << "A is cancelled again while it cleans up";
    QTest::newRow("cut off in its clean-up by the program's end")
        << QByteArray(R"([{"create_task": {"call": "cleans", "args": ["A"]}, "into": "t"},
            {"sleep": 1}, {"cancel": "$t"}, {"sleep": 1}])")
        << "A is cancelled again while it cleans up";
}

void TestFindings::sayWhatIsWrong()
{
    QFETCH(QByteArray, body);

    QTEST(textsOf(runMain(body)), "expected");
}

void TestFindings::findNothingInGoodPrograms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isAsync");

    const auto row = [](const char* name, const QByteArray& body) {
        QTest::newRow(name) << body << true;
    };
    row("a sleep", R"([{"sleep": 1}])");
    row("a call that holds up nobody", R"([{"gather": [{"call": "naps", "args": ["A", 9]},
                                                       {"call": "blocks", "args": ["B"]}]}])");
    QTest::newRow("plain calls, which know no loop") << QByteArray(R"([{"block": 3}])") << false;
    row("a job on a thread of its own",
        "[{\"create_task\": " + beat + R"(}, {"run_in_executor": {"call": "computes"}}])");
    row("short steps that give way", "[{\"gather\": [" + beat + R"(, {"call": "polite"}]}])");
    row("a computation while nobody wants to run", R"([{"work": 3}])");
    row("an exception that main catches",
        R"([{"create_task": {"call": "fails"}, "into": "t"}, {"try": [{"await": "$t"}],
            "except": [{"type": "ValueError", "body": []}]}])");
    row("an exception in a list", R"([{"gather": [{"call": "fails"}, {"call": "fails"}],
                                       "return_exceptions": true}])");
    row("a lock that hardly anybody wants",
        R"([{"gather": [{"call": "locks", "args": ["A"]}, {"call": "locks", "args": ["B"]}]}])");
    row("a fan-out with a limit",
        R"([{"task_group": [{"repeat": 120, "body": [{"create_task": {"call": "limited"}}]}]}])");
    row("cancelled once",
        R"([{"create_task": {"call": "cleans", "args": ["A"]}, "into": "t"}, {"sleep": 1},
            {"cancel": "$t"}, {"wait": ["$t"]}])");
    row("two time limits", R"([{"repeat": 2, "body": [{"try": [{"timeout": 1, "body": [
            {"try": [{"sleep": 9}], "finally": [{"sleep": 0.5}]}]}], "except": [
            {"type": "TimeoutError", "body": []}]}]}])");
    row("tasks that are awaited together",
        "[{\"create_task\": " + beat + R"(, "into": "t"}, {"create_task": )" + beat +
            R"(, "into": "u"}, {"await": "$t"}, {"await": "$u"}])");
    row("what needs the result of the one before",
        R"([{"create_task": {"call": "token"}, "into": "t"}, {"await": "$t", "into": "x"},
            {"create_task": {"call": "fetch", "args": ["$x"]}, "into": "u"}, {"await": "$u"}])");
}

void TestFindings::findNothingInGoodPrograms()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isAsync);

    QCOMPARE(textsOf(runMain(body, isAsync)), QString());
}

void TestFindings::nameAwaitsOneAfterTheOther_data()
{
    QTest::addColumn<QByteArray>("scenario");
    QTest::addColumn<QByteArray>("program");
    QTest::addColumn<QString>("expected");

    QFile file(QStringLiteral(DELIVERY_SCENARIO));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray delivery = file.readAll();
    for (const char* good : {"sync", "gather", "create_task", "task_group", "as_completed"})
        QTest::newRow(good) << delivery << QByteArray(good) << "";
    QTest::newRow("sequential") << delivery << QByteArray("sequential")
                                << "awaited one after the other: gather would save 7 s";
    QTest::newRow("tasks, each awaited at once")
        << QByteArray(R"({"coroscope_scenario": 1, "functions": [{"name": "naps", "params": ["d"],
            "body": [{"sleep": "$d"}]}], "mains": [{"name": "main", "body": [
            {"create_task": {"call": "naps", "args": [3]}, "into": "t"}, {"await": "$t"},
            {"create_task": {"call": "naps", "args": [1]}, "into": "t"}, {"await": "$t"}]}]})")
        << QByteArray("main") << "awaited one after the other: gather would save 1 s";
}

void TestFindings::nameAwaitsOneAfterTheOther()
{
    QFETCH(QByteArray, scenario);
    QFETCH(QByteArray, program);

    QTEST(textsOf(traceOf(scenario, program.constData())), "expected");
}

void TestFindings::pointAtTheBlockingCall()
{
    const auto trace = runMain("[{\"create_task\": " + beat + R"(, "into": "t"}, {"yield": true},
                                   {"block": 2}, {"await": "$t"}])");

    const std::vector<Finding> findings = findingsOf(Timeline(trace));

    QCOMPARE(findings.size(), std::size_t{1});
    QCOMPARE(trace->at(findings[0].event).kind, EventKind::Block);
    QCOMPARE(findings[0].cost, Ticks(std::chrono::seconds(2)));
    QCOMPARE(findings[0].task, TaskId{0});
}

void TestFindings::tellWhomItHeldUpAndForHowLong()
{
    const auto trace = runMain(R"([{"gather": [{"call": "naps", "args": ["A", 1]},
        {"call": "naps", "args": ["B", 2.5]}, {"call": "naps", "args": ["C", 3]},
        {"call": "blocks", "args": ["D"]}, {"call": "naps", "args": ["E", 0]}]}])");

    const std::vector<Finding> findings = findingsOf(Timeline(trace));

    QCOMPARE(findings.size(), std::size_t{1});
    const std::vector<Finding::Affected> expected{{TaskId{5}, std::chrono::seconds(3)},
                                                  {TaskId{1}, std::chrono::seconds(2)},
                                                  {TaskId{2}, std::chrono::milliseconds(500)}};
    QVERIFY(findings[0].affected == expected);
}

void TestFindings::pointWhereTheDeadlockClosed()
{
    const auto trace = runMain(R"([{"gather": [{"call": "crossed", "args": ["A", 1, 2]},
                                                {"call": "crossing", "args": ["B"]}]}])");

    const Finding finding = findingsOf(Timeline(trace)).front();

    QVERIFY(finding.isCircle);
    QCOMPARE(finding.tasks, (std::vector{TaskId{1}, TaskId{2}}));
    QCOMPARE(trace->at(finding.event).kind, EventKind::Suspend);
    QCOMPARE(finding.task, TaskId{2});
}

void TestFindings::tellHowLongEachWaitedForTheLock()
{
    const auto trace = runMain(R"([{"gather": [{"call": "locks", "args": ["A"]}, {"call": "locks",
        "args": ["B"]}, {"call": "locks", "args": ["C"]}]}])");

    const Finding finding = findingsOf(Timeline(trace)).front();

    const std::vector<Finding::Affected> expected{{TaskId{3}, std::chrono::seconds(2)},
                                                  {TaskId{2}, std::chrono::seconds(1)}};
    QVERIFY(finding.affected == expected);
    QCOMPARE(trace->objectName(finding.object), std::string("a"));
}

void TestFindings::pointAtTheSecondCancel()
{
    const auto trace = runMain(R"([{"create_task": {"call": "cleans", "args": ["A"]},
        "into": "t"}, {"sleep": 1}, {"cancel": "$t"}, {"sleep": 1}, {"cancel": "$t"},
        {"wait": ["$t"]}])");

    const Finding finding = findingsOf(Timeline(trace)).front();

    QCOMPARE(trace->at(finding.event).kind, EventKind::Cancel);
    QCOMPARE(trace->timeAt(finding.event), Ticks(std::chrono::seconds(2)));
    QCOMPARE(finding.by, TaskId{0});
}

COROSCOPE_TEST(TestFindings)
#include "tst_findings.moc"
