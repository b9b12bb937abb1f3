// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/trace/json_lines_reader.h"
#include "tests/support/compact_text.h"
#include "tests/support/event_words.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// 16: main, 17: a task f, 18: await sleep for 7 ns, 19: gather, 20: yield, 21: the lock "db".
constexpr auto definitions = R"json(
    {"e": "site", "id": 1, "at": ["app.py", 5, "main"], "user": true}
    {"e": "spawn", "id": 16, "label": "main()", "kind": "main", "at": 1}
    {"e": "spawn", "id": 17, "label": "f()", "kind": "task", "at": 1}
    {"e": "await", "id": 18, "why": "sleep", "delay": 7, "at": 1}
    {"e": "await", "id": 19, "why": "gather", "at": 1}
    {"e": "await", "id": 20, "why": "yield"}
    {"e": "await", "id": 21, "why": "lock", "on": "db", "at": ["lib.py", 9]}
)json";

TraceFile read(const std::string& lines)
{
    return readJsonLines(test::compactText(definitions + lines), "x").value();
}

QString firstProblem(const TraceFile& file)
{
    return file.problems.empty() ? QString()
                                 : QString::fromStdString(problemText(file.problems[0]));
}

}  // namespace

class TestCompactTrace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unpacksAndSorts_data();
    void unpacksAndSorts();
    void tellsWhatIsAwaited();
    void tellsByWhichCallsATaskCameToWait();
    void namesTasks();
    void subtractsItsZero();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void countsWhatWasLost();
};

void TestCompactTrace::unpacksAndSorts_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* lines, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(lines) << QString::fromLatin1(expected);
    };
    row("a step", "steps 5 0 1 16, 6 3 1 18", "5 create 0|6 resume 0|9 suspend 0 sleep");
    row("woken by its timer", "steps 5 0 1 16, 6 3 1 18, 20 0 1 0, 21 2 1 1",
        "5 create 0|6 resume 0|9 suspend 0 sleep|20 ready 0 timer|21 resume 0|"
        "23 done 0 returned");
    row("a wake-up that was not told", "steps 5 0 1 16, 6 3 1 18, 21 2 1 1",
        "5 create 0|6 resume 0|9 suspend 0 sleep|21 ready 0 timer|21 resume 0|"
        "23 done 0 returned");
    row("a yield wakes itself", "steps 5 0 1 16, 6 3 1 20, 9 1 1 1",
        "5 create 0|6 resume 0|9 suspend 0 yield|9 resume 0|10 done 0 returned");
    row("a child is created within the step", "steps 5 0 1 16, 7 1 2 17, 6 3 1 18, 9 4 2 1",
        "5 create 0|6 resume 0|7 create 1|9 suspend 0 sleep|9 resume 1|13 done 1 returned");
    row("what was printed lies in the step",
        R"(steps 5 0 1 16
           {"t": 6, "e": "print", "task": 1, "text": "first"}
           {"t": 9, "e": "print", "task": 1, "text": "last"}
           steps 6 3 1 18)",
        "5 create 0|6 resume 0|6 print 0 stdout|9 print 0 stdout|9 suspend 0 sleep");
    row("steps that take no time",
        R"(steps 5 0 1 16, 5 0 2 17
           {"t": 5, "e": "print", "task": 1, "text": "A"}
           steps 5 0 1 20
           {"t": 5, "e": "print", "task": 2, "text": "B"}
           steps 5 0 2 20, 5 0 1 20, 5 0 2 1)",
        "5 create 0|5 create 1|5 resume 0|5 print 0 stdout|5 suspend 0 yield|"
        "5 resume 1|5 print 1 stdout|5 suspend 1 yield|5 resume 0|5 suspend 0 yield|"
        "5 resume 1|5 done 1 returned");
    row("across watermarks",
        R"(steps 5 0 1 16
           {"e": "watermark", "t": 6}
           steps 9 0 2 17
           {"e": "watermark", "t": 6}
           steps 6 6 1 18
           {"e": "watermark", "t": 20})",
        "5 create 0|6 resume 0|9 create 1|12 suspend 0 sleep");
    row("blocking without an end",
        R"(steps 5 0 1 16
           {"t": 7, "e": "block", "task": 1, "why": "sleep"}
           steps 6 3 1 18)",
        "5 create 0|6 resume 0|7 block 0 sleep|9 unblock 0|9 suspend 0 sleep");
    row("a step that was announced",
        R"(steps 5 0 1 16
           {"t": 7, "e": "print", "task": 1, "text": "A"}
           {"t": 6, "e": "resume", "task": 1}
           {"e": "watermark", "t": 30}
           {"t": 31, "e": "print", "task": 1, "text": "B"}
           steps 6 30 1 18)",
        "5 create 0|6 resume 0|7 print 0 stdout|31 print 0 stdout|36 suspend 0 sleep");
    row("how a task was done is told later",
        R"(steps 5 0 1 16, 6 3 1 3, 20 0 2 17
           {"e": "watermark", "t": 30}
           {"t": 9, "e": "done", "task": 1, "how": "raised", "error": "ValueError"})",
        "5 create 0|6 resume 0|9 done 0 raised|20 create 1");
    row("how a task was done is never told", "steps 5 0 1 16, 6 3 1 3",
        "5 create 0|6 resume 0|9 done 0 returned");
    row("cut off within a step",
        R"(steps 5 0 1 16, 6 3 1 18, 20 0 1 0
           {"t": 25, "e": "print", "task": 1, "text": "A"})",
        "5 create 0|6 resume 0|9 suspend 0 sleep|20 ready 0 timer|25 resume 0|"
        "25 print 0 stdout");
    row("cancelled",
        R"(steps 5 0 1 16, 6 3 1 18
           {"t": 10, "e": "cancel", "task": 1, "by": null}
           steps 10 0 1 0, 11 2 1 18, 18 0 1 0)",
        "5 create 0|6 resume 0|9 suspend 0 sleep|10 cancel 0|10 ready 0 cancel|11 resume 0|"
        "13 suspend 0 sleep|18 ready 0 timer");
    row("passes of the loop, and idle", "steps 5 0 1 16, 6 2 4 4, 7 90 0 5", "5 create 0|6 turn");
    row("the end comes last",
        R"(steps 5 0 1 16, 6 3 1 18
           {"t": 8, "e": "end", "how": "ok"})",
        "5 create 0|6 resume 0|9 suspend 0 sleep|9 end ok");
    row("events were lost",
        R"(steps 5 0 1 16
           {"e": "lost", "n": 3}
           steps 20 0 1 0, 21 2 1 18, 30 2 2 20)",
        "5 create 0|20 resume 0|20 suspend 0|20 ready 0|21 resume 0|23 suspend 0 sleep|"
        "30 create 1|30 resume 1|32 suspend 1 yield");
}

void TestCompactTrace::unpacksAndSorts()
{
    QFETCH(const QString, lines);
    QFETCH(QString, expected);

    const TraceFile file = read(lines.toStdString());

    QCOMPARE(firstProblem(file), QString());
    QCOMPARE(QString::fromStdString(test::eventWords(*file.trace)),
             expected.replace(QLatin1Char('|'), QLatin1Char('\n')) + QLatin1Char('\n'));
}

void TestCompactTrace::tellsWhatIsAwaited()
{
    const TraceFile file = read(
        "steps 5 0 1 16, 5 1 2 17, 5 1 3 17,"
        "0 2 1 2, 0 3 1 2, 6 1 1 19, 8 2 2 18, 11 1 3 21");
    const Trace& trace = *file.trace;
    const Wait& gather = trace.wait(trace.at(4));
    const Wait& sleep = trace.wait(trace.at(6));
    const Wait& lock = trace.wait(trace.at(8));

    QCOMPARE(file.problems.size(), std::size_t{0});
    QCOMPARE(trace.awaited(gather).size(), std::size_t{2});
    QVERIFY(trace.awaited(gather)[1] == TaskId{2});
    QCOMPARE(trace.site(gather.site).line, 5U);
    QCOMPARE(sleep.until, Ticks(17));
    QCOMPARE(trace.objectName(lock.object), std::string("db"));
    QCOMPARE(trace.site(lock.site).file, std::string("lib.py"));
    QVERIFY(trace.task({1}).parent == TaskId{0});
    QCOMPARE(trace.task({1}).label, std::string("f()"));
    QCOMPARE(trace.site(trace.task({1}).site).function, std::string("main"));
    QCOMPARE(trace.task({0}).kind, TaskInfo::Kind::Main);
}

void TestCompactTrace::tellsByWhichCallsATaskCameToWait()
{
    const TraceFile file = read(R"(
        {"e": "site", "id": 2, "at": ["lib.py", 9, "get"], "user": true}
        {"e": "await", "id": 22, "why": "sleep", "delay": 7, "at": 2, "stack": [1, 2]}
        {"e": "await", "id": 23, "why": "io", "at": 2, "stack": [["app.py", 5, "main"], 2]}
        {"e": "await", "id": 24, "why": "io", "at": 2, "stack": [99, null, [], ["x"], 2]}
        steps 5 0 1 16, 6 1 1 22, 20 1 1 23, 30 1 1 24, 40 1 1 20)");
    QCOMPARE(file.problems.size(), std::size_t{0});
    const Trace& trace = *file.trace;
    std::vector<std::vector<SiteId>> stacks;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        if (trace.at(i).kind == EventKind::Suspend)
            stacks.push_back(trace.stack(trace.at(i)));
    }
    QCOMPARE(stacks.size(), std::size_t{4});
    QCOMPARE(stacks[0].size(), std::size_t{2});
    QCOMPARE(trace.site(stacks[0][0]).function, std::string("main"));
    QCOMPARE(trace.site(stacks[0][1]).file, std::string("lib.py"));
    QVERIFY(stacks[1] == stacks[0]);
    QCOMPARE(stacks[2].size(), std::size_t{1});  // the others are no places
    QVERIFY(stacks[3].empty());
}

void TestCompactTrace::namesTasks()
{
    const TraceFile file = read(R"({"e": "name", "task": 3, "name": "before"}
                                   steps 5 0 1 16, 5 1 2 17, 5 1 3 17
                                   {"e": "name", "task": 2, "name": "after"})");

    QCOMPARE(file.trace->task({0}).name, std::string("Task-1"));
    QCOMPARE(file.trace->task({1}).name, std::string("after"));
    QCOMPARE(file.trace->task({2}).name, std::string("before"));
}

void TestCompactTrace::subtractsItsZero()
{
    std::string text = test::compactText(definitions + std::string("steps 105 0 1 16"));
    text.insert(1, "\"zero\": 100, ");

    const TraceFile file = readJsonLines(text, "x").value();

    QCOMPARE(test::eventWords(*file.trace), std::string("5 create 0\n"));
}

void TestCompactTrace::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* line, const char* part) {
        QTest::newRow(name) << QString::fromLatin1(line) << QString::fromLatin1(part);
    };
    row("no base64", R"({"e": "steps", "b": "!!!!"})", "not whole");
    row("no payload", R"({"e": "steps"})", "not whole");
    row("a record is cut off", R"({"e": "steps", "b": "AAAA"})", "not whole");
    row("an await point that was not defined", "steps 6 1 1 99", "not defined");
    row("no task", "steps 6 1 0 18", "must be an integer");
    row("a task that was never created", "steps 6 1 9 18", "never created");
    row("created twice", "steps 6 0 1 17", "created before");
    row("below zero", "steps -1 1 1 18", "\"t\" must be");
    row("beyond the last time", "steps 9007199254740991 1 1 18", "\"t\" must be");
    row("a site without a line", R"({"e": "site", "id": 3, "at": ["a.py"]})", "definition");
    row("a number that is taken", R"({"e": "await", "id": 3, "why": "sleep"})", "definition");
    row("a name of nobody", R"({"e": "name", "name": "A"})", "must be an integer");
    row("a watermark without a time", R"({"e": "watermark"})", "\"t\" must be");
}

void TestCompactTrace::tellsWhatIsWrong()
{
    QFETCH(const QString, line);
    QFETCH(const QString, part);

    const TraceFile file = read("steps 5 0 1 16\n" + line.toStdString());

    QVERIFY2(firstProblem(file).contains(part), qPrintable(firstProblem(file)));
}

void TestCompactTrace::countsWhatWasLost()
{
    QCOMPARE(read("").lost, std::uint64_t{0});
    QCOMPARE(read(R"({"e": "lost", "n": 3}
                     {"e": "lost", "n": 4})")
                 .lost,
             std::uint64_t{7});
    QCOMPARE(read(R"({"e": "lost", "n": 9223372036854775807}
                     {"e": "lost", "n": 4})")
                 .lost,
             std::uint64_t{INT64_MAX});
    QCOMPARE(read(R"({"e": "lost", "n": 3}
                     {"t": 9, "e": "end", "how": "ok", "lost": 5})")
                 .lost,
             std::uint64_t{5});
}

COROSCOPE_TEST(TestCompactTrace)
#include "tst_compact_trace.moc"
