// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// Three calls of f, whose body is `body`, on two workers and two cores.
QByteArray threeCalls(const QByteArray& body, const QByteArray& executor)
{
    return R"({"coroscope_scenario": 1, "executor": )" + executor + R"(,
        "functions": [{"name": "f", "params": ["n"], "body": )" +
           body + R"(}],
        "calls": [{"call": "f", "args": [1]}, {"call": "f", "args": [2]},
                  {"call": "f", "args": [3]}],
        "strategies": ["threads", "processes", "task_group", "as_completed"],
        "after": [{"print": "{results} {elapsed:.3f}"}]})";
}

QStringList linesOf(const Trace& trace)
{
    QStringList lines;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        if (trace.at(row).kind == EventKind::Print)
            lines << QString::fromStdString(trace.text(trace.at(row)));
    }
    return lines;
}

QString lastLine(const Trace& trace)
{
    return linesOf(trace).value(linesOf(trace).size() - 1);
}

}  // namespace

/// Threads and processes beside the loop.
class TestExecutor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAsLongAsItsWorkersAndCoresAllow_data();
    void takesAsLongAsItsWorkersAndCoresAllow();
    void handsTheLockOnWhenItSleepsForNoTime_data();
    void handsTheLockOnWhenItSleepsForNoTime();
    void sharesTheInterpreterWithTheLoop();
    void waitsForItsJobsAtTheEnd();
    void keepsACancelledJobFromBeginningAndNoOther();
    void raisesWhatAJobRaises();
    void canBeCutOffAnywhere_data();
    void canBeCutOffAnywhere();
};

void TestExecutor::takesAsLongAsItsWorkersAndCoresAllow_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("executor");
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QString>("expected");

    const QByteArray waits = R"([{"sleep": 1}, {"return": "$n"}])";
    const QByteArray works = R"([{"work": 1}, {"return": "$n"}])";
    const QByteArray many = "{}";
    const QByteArray two = R"({"workers": 2, "cores": 2})";
    const QByteArray twoCores = R"({"workers": 3, "cores": 2})";
    const auto row = [](const char* name, const QByteArray& body, const QByteArray& executor,
                        const char* strategy, const char* expected) {
        QTest::newRow(name) << body << executor << QString::fromLatin1(strategy)
                            << QString::fromLatin1(expected);
    };
    row("threads wait side by side", waits, many, "threads", "[1, 2, 3] 1.000");
    row("two threads wait for three calls", waits, two, "threads", "[1, 2, 3] 2.000");
    row("threads compute by turns", works, many, "threads", "[1, 2, 3] 3.000");
    row("processes compute side by side", works, many, "processes", "[1, 2, 3] 1.000");
    row("two processes for three calls", works, two, "processes", "[1, 2, 3] 2.000");
    row("three processes on two cores", works, twoCores, "processes", "[1, 2, 3] 1.500");
    row("tasks in a group wait side by side", waits, many, "task_group", "[1, 2, 3] 1.000");
    row("tasks compute one after the other", works, many, "as_completed", "[1, 2, 3] 3.000");
}

void TestExecutor::takesAsLongAsItsWorkersAndCoresAllow()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, executor);
    QFETCH(QString, strategy);
    QFETCH(QString, expected);
    const auto program = scenario::readScenario(threeCalls(body, executor).toStdString(), "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), strategy.toStdString());

    QVERIFY(run);
    QCOMPARE(lastLine(*run.value().trace), expected);
}

void TestExecutor::handsTheLockOnWhenItSleepsForNoTime_data()
{
    QTest::addColumn<QByteArray>("pause");
    QTest::newRow("asyncio.sleep(0), which is time.sleep(0) here")
        << QByteArray(R"("yield": true)");
    QTest::newRow("sleep 0") << QByteArray(R"("sleep": 0)");
    QTest::newRow("block 0") << QByteArray(R"("block": 0)");
}

void TestExecutor::handsTheLockOnWhenItSleepsForNoTime()
{
    QFETCH(QByteArray, pause);
    const QByteArray body =
        R"([{"print": "{n} begins"}, {)" + pause + R"(}, {"print": "{n} ends"}])";
    const auto program = scenario::readScenario(threeCalls(body, "{}").toStdString(), "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());
    const auto run = scenario::run(program.value(), "threads");
    QCOMPARE(linesOf(*run.value().trace).mid(0, 6),
             QStringList({QStringLiteral("1 begins"), QStringLiteral("2 begins"),
                          QStringLiteral("3 begins"), QStringLiteral("1 ends"),
                          QStringLiteral("2 ends"), QStringLiteral("3 ends")}));
}

// The loop wants the lock at 10 ms, when a job computes, and has it 5 ms later.
void TestExecutor::sharesTheInterpreterWithTheLoop()
{
    const auto program = scenario::readScenario(R"({"coroscope_scenario": 1,
        "functions": [{"name": "f", "async": false, "body": [{"work": 1}]},
            {"name": "g", "body": [{"run_in_executor": {"call": "f"}}]}],
        "mains": [{"name": "main", "body": [{"create_task": {"call": "g"}},
            {"sleep": 0.01}, {"print": "x"}]}]})",
                                                "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), "main");

    const Trace& trace = *run.value().trace;
    Ticks printed{};
    for (std::size_t row = 0; row < trace.size(); ++row) {
        if (trace.at(row).kind == EventKind::Print)
            printed = trace.timeAt(row);
    }
    QCOMPARE(printed, Ticks(std::chrono::milliseconds(15)));
}

void TestExecutor::waitsForItsJobsAtTheEnd()
{
    const auto program = scenario::readScenario(R"({"coroscope_scenario": 1,
        "functions": [{"name": "f", "async": false, "body": [{"block": 2}, {"print": "late"}]},
            {"name": "g", "body": [{"run_in_executor": {"call": "f"}}]}],
        "mains": [{"name": "main", "body": [{"create_task": {"call": "g"}}, {"sleep": 1},
            {"print": "main ends"}]}]})",
                                                "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), "main");

    QCOMPARE(lastLine(*run.value().trace), QStringLiteral("late"));
    QCOMPARE(run.value().trace->lastTime(), Ticks(std::chrono::seconds(2)));
}

// One worker: the second job waits for the first.
void TestExecutor::keepsACancelledJobFromBeginningAndNoOther()
{
    const auto program = scenario::readScenario(R"({"coroscope_scenario": 1,
        "executor": {"workers": 1},
        "functions": [{"name": "f", "async": false, "params": ["n"], "body": [
                {"print": "{n} begins"}, {"block": 2}, {"print": "{n} ends"}]},
            {"name": "g", "params": ["n"], "body": [
                {"run_in_executor": {"call": "f", "args": ["$n"]}}]}],
        "mains": [{"name": "main", "body": [
            {"create_task": {"call": "g", "args": [1]}, "into": "a"},
            {"create_task": {"call": "g", "args": [2]}, "into": "b"}, {"sleep": 1},
            {"cancel": "$a"}, {"cancel": "$b"}, {"sleep": 9}]}]})",
                                                "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), "main");

    QCOMPARE(linesOf(*run.value().trace).join(QStringLiteral(", ")),
             QStringLiteral("1 begins, 1 ends"));
}

void TestExecutor::raisesWhatAJobRaises()
{
    const auto program = scenario::readScenario(
        threeCalls(R"([{"sleep": "$n"}, {"raise": "ValueError", "message": "no"}])", "{}")
            .toStdString(),
        "test");

    const auto run = scenario::run(program.value(), "threads");

    QCOMPARE(run.value().how, Word::Raised);
    QCOMPARE(QString::fromStdString(run.value().outcome.error), QStringLiteral("ValueError"));
    QCOMPARE(run.value().trace->lastTime(), Ticks(std::chrono::seconds(3)));
}

void TestExecutor::canBeCutOffAnywhere_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::newRow("threads") << QStringLiteral("threads");
    QTest::newRow("processes") << QStringLiteral("processes");
}

// Jobs that run or wait then are freed: the leak sanitizer sees those that are not.
void TestExecutor::canBeCutOffAnywhere()
{
    QFETCH(QString, strategy);
    const auto program = scenario::readScenario(
        threeCalls(R"([{"work": 0.01}, {"sleep": 0.01}, {"work": 0.01}, {"return": "$n"}])",
                   R"({"workers": 2, "cores": 1})")
            .toStdString(),
        "test");
    const std::size_t whole =
        scenario::run(program.value(), strategy.toStdString()).value().trace->size();

    for (std::size_t part = 1; part < whole; ++part) {
        scenario::RunOptions options;
        options.maxEvents = part;
        const auto run = scenario::run(program.value(), strategy.toStdString(), options);
        QVERIFY(run.value().how == Word::Interrupted || run.value().how == Word::Ok);
    }
}

COROSCOPE_TEST(TestExecutor)
#include "tst_executor.moc"
