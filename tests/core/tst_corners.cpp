// SPDX-License-Identifier: MIT
#include <QTest>

#include "tests/core/python_comparison.h"
#include "tests/support/python_runner.h"
#include "tests/support/run_log.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

struct Corner {
    const char* name;
    const char* functions;
    const char* main;
    const char* printed;
};

constexpr Corner corners[] = {
    {"condition: who is cancelled while he waits for its lock raises when he has it",
     R"({"name": "f", "body": [{"with": "$cd", "body": [
            {"try": [{"wait_condition": "$cd"}], "finally": [{"print": "f has the lock"}]}]}]})",
     R"({"create_task": {"call": "f"}, "into": "t"}, {"yield": true},
        {"with": "$cd", "body": [{"notify": "$cd"}, {"yield": true}, {"cancel": "$t"},
            {"sleep": 1}, {"print": "main lets go"}]},
        {"await": "$t"})",
     "main lets go | f has the lock | CancelledError: "},

    {"queue: who is cancelled when an item had woken him wakes the next",
     R"({"name": "f", "params": ["n"], "body": [{"get": "$q", "into": "x"}, {"print": "{n} {x}"}]})",
     R"({"create_task": {"call": "f", "args": ["a"]}, "into": "a"},
        {"create_task": {"call": "f", "args": ["b"]}, "into": "b"}, {"yield": true},
        {"put_nowait": "$q", "value": 1}, {"cancel": "$a"}, {"await": "$b"})",
     "b 1"},

    {"queue: who is cancelled when room had woken him wakes the next",
     R"({"name": "f", "params": ["n"], "body": [{"put": "$full", "value": "$n"},
            {"print": "{n}"}]})",
     R"({"put_nowait": "$full", "value": 1}, {"create_task": {"call": "f", "args": ["a"]},
            "into": "a"}, {"create_task": {"call": "f", "args": ["b"]}, "into": "b"},
        {"yield": true}, {"get_nowait": "$full"}, {"cancel": "$a"}, {"await": "$b"})",
     "b"},

    {"queue: an item goes past who was cancelled before it came",
     R"({"name": "f", "params": ["n"], "body": [{"get": "$q", "into": "x"}, {"print": "{n} {x}"}]})",
     R"({"create_task": {"call": "f", "args": ["a"]}, "into": "a"},
        {"create_task": {"call": "f", "args": ["b"]}, "into": "b"}, {"yield": true},
        {"cancel": "$a"}, {"put_nowait": "$q", "value": 1}, {"await": "$b"})",
     "b 1"},

    {"queue: who is cancelled when his item was taken wakes nobody",
     R"({"name": "f", "params": ["n"], "body": [{"get": "$q", "into": "x"}, {"print": "{n} {x}"}]})",
     R"({"create_task": {"call": "f", "args": ["a"]}, "into": "a"},
        {"create_task": {"call": "f", "args": ["b"]}},
        {"create_task": {"call": "f", "args": ["c"]}}, {"yield": true},
        {"put_nowait": "$q", "value": 1}, {"get_nowait": "$q"}, {"cancel": "$a"}, {"sleep": 1},
        {"put_nowait": "$q", "value": 2}, {"put_nowait": "$q", "value": 3}, {"sleep": 1})",
     "b 2 | c 3"},

    {"queue: who joins it waits for all its items",
     R"({"name": "f", "body": [{"repeat": 2, "body": [{"get": "$q", "into": "x"}, {"sleep": 1},
            {"print": "$x"}, {"task_done": "$q"}]}]})",
     R"({"put_nowait": "$q", "value": 1}, {"put_nowait": "$q", "value": 2},
        {"create_task": {"call": "f"}}, {"join": "$q"}, {"print": "joined"})",
     "1 | 2 | joined"},

    {"priority queue: of equal items that could go up the right one does",
     R"({"name": "f", "body": []})",
     R"({"put_nowait": "$pq", "value": 0}, {"put_nowait": "$pq", "value": 1},
        {"put_nowait": "$pq", "value": 1}, {"put_nowait": "$pq", "value": 1.0},
        {"repeat": 4, "body": [{"get_nowait": "$pq", "into": "x"}, {"print": "$x"}]})",
     "0 | 1 | 1 | 1.0"},

    {"wait_for: cancelled when its time was over at once, it does not cancel again",
     R"({"name": "f", "body": [{"try": [{"sleep": 9}], "except": [{"type": "CancelledError",
            "body": [{"print": "f was told once"}, {"sleep": 1}, {"print": "f ends"}]}]}]},
        {"name": "g", "params": ["t"], "body": [{"wait_for": "$t", "timeout": 0}]})",
     R"({"create_task": {"call": "f"}, "into": "t"},
        {"create_task": {"call": "g", "args": ["$t"]}, "into": "u"}, {"yield": true},
        {"yield": true}, {"cancel": "$u"}, {"sleep": 2}, {"await": "$u"})",
     "f was told once | f ends | CancelledError: "},

    {"wait_for: with its time over at once, it takes what comes instead of a cancel",
     R"({"name": "f", "body": [{"try": [{"sleep": 9}], "except": [{"type": "CancelledError",
            "body": [{"sleep": 1}, {"return": "kept on"}]}]}]})",
     R"({"create_task": {"call": "f"}, "into": "t"}, {"yield": true},
        {"wait_for": "$t", "timeout": 0, "into": "x"}, {"print": "$x"})",
     "kept on"},

    {"task: the first who awaits a cancelled one hears why",
     R"({"name": "f", "body": [{"sleep": 9}]})",
     R"({"create_task": {"call": "f"}, "into": "t"}, {"yield": true},
        {"cancel": "$t", "message": "m"}, {"repeat": 2, "body": [{"try": [{"await": "$t"}],
            "except": [{"type": "CancelledError", "as": "e", "body": [{"print": ["$e"]}]}]}]})",
     "[CancelledError('m')] | [CancelledError()]"},

    {"task: its cancel of itself is for what it awaits next, which may go on",
     R"({"name": "f", "body": [{"try": [{"sleep": 9}], "except": [{"type": "CancelledError",
            "body": [{"return": "kept on"}]}]}]},
        {"name": "g", "params": ["u"], "body": [{"get": "$q", "into": "t"}, {"cancel": "$t"},
            {"await": "$u", "into": "x"}, {"print": "$x"}]})",
     R"({"create_task": {"call": "f"}, "into": "u"},
        {"create_task": {"call": "g", "args": ["$u"]}, "into": "t"},
        {"put_nowait": "$q", "value": "$t"}, {"await": "$t"})",
     "kept on"},

    {"task: cancelled behind what it awaits, it hears of that one's cancel",
     R"({"name": "f", "body": [{"try": [{"await": "$fu"}], "except": [{"type": "CancelledError",
            "as": "e", "body": [{"print": ["$e"]}]}]}]})",
     R"({"create_task": {"call": "f"}, "into": "t"}, {"yield": true},
        {"cancel": "$fu", "message": "a"}, {"cancel": "$t", "message": "b"}, {"await": "$t"})",
     "[CancelledError('a')]"},

    {"task: cancelled behind what it awaits, it hears of a CancelledError that this one raised",
     R"({"name": "f", "body": [{"try": [{"await": "$fu"}], "except": [{"type": "CancelledError",
            "as": "e", "body": [{"print": ["$e"]}]}]}]})",
     R"({"create_task": {"call": "f"}, "into": "t"}, {"yield": true},
        {"set_exception": "$fu", "type": "CancelledError", "message": "a"},
        {"cancel": "$t", "message": "b"}, {"await": "$t"})",
     "[CancelledError('a')]"},

    {"shield: a cancel of what it shields is passed on without its message",
     R"({"name": "f", "body": [{"try": [{"shield": "$fu"}], "except": [
            {"type": "CancelledError", "as": "e", "body": [{"print": ["$e"]}]}]}]})",
     R"({"create_task": {"call": "f"}, "into": "t"}, {"yield": true},
        {"cancel": "$fu", "message": "m"}, {"await": "$t"})",
     "[CancelledError()]"},

    {"task group: a cancel from outside waits behind its errors",
     R"({"name": "f", "body": [{"sleep": 1}, {"raise": "ValueError"}]},
        {"name": "g", "body": [{"try": [{"sleep": 9}], "finally": [{"sleep": 2}]}]},
        {"name": "h", "body": [{"try": [{"task_group": [{"create_task": {"call": "f"}},
            {"create_task": {"call": "g"}}]}], "except": [{"type": "ExceptionGroup",
            "body": [{"print": "errors"}]}]}, {"yield": true}, {"print": "never"}]})",
     R"({"create_task": {"call": "h"}, "into": "t"}, {"sleep": 2}, {"cancel": "$t"},
        {"await": "$t"})",
     "errors | CancelledError: "},

    {"task group: errors of its tasks win over a cancel from outside",
     R"({"name": "f", "body": [{"try": [{"sleep": 9}], "finally": [{"raise": "ValueError"}]}]},
        {"name": "g", "body": [{"task_group": [{"create_task": {"call": "f"}}]}]})",
     R"({"create_task": {"call": "g"}, "into": "t"}, {"sleep": 1}, {"cancel": "$t"},
        {"await": "$t"})",
     "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"},

    {"task group: it cancels its tasks in the order of their creation",
     R"({"name": "f", "params": ["n"], "body": [{"try": [{"sleep": 9}], "finally": [
            {"print": "{n}"}]}]})",
     R"({"task_group": [{"create_task": {"call": "f", "args": ["a"]}},
            {"create_task": {"call": "f", "args": ["b"]}}, {"yield": true},
            {"raise": "ValueError"}]})",
     "a | b | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"},

    {"task group: the error of its body is the last",
     R"({"name": "f", "body": [{"try": [{"sleep": 9}], "finally": [{"raise": "KeyError"}]}]})",
     R"({"try": [{"task_group": [{"create_task": {"call": "f"}}, {"yield": true},
            {"raise": "ValueError"}]}], "except": [{"type": "ExceptionGroup", "as": "e",
            "body": [{"print": ["$e"]}]}]})",
     "[ExceptionGroup('unhandled errors in a TaskGroup', [KeyError(), ValueError()])]"},

    {"task group: SystemExit of a task is raised itself",
     R"({"name": "f", "body": [{"raise": "SystemExit", "message": "m"}]})",
     R"({"try": [{"task_group": [{"create_task": {"call": "f"}}]}], "except": [
            {"type": "SystemExit", "as": "e", "body": [{"print": ["$e"]}]},
            {"type": "BaseException", "as": "e", "body": [{"print": "{e}"}]}]})",
     "[SystemExit('m')] | SystemExit: m"},

    {"task group: it takes no tasks while it shuts down",
     R"({"name": "f", "body": [{"raise": "ValueError"}]},
        {"name": "g", "body": [{"print": "never"}]})",
     R"({"task_group": [{"create_task": {"call": "f"}}, {"try": [{"sleep": 9}], "except": [
            {"type": "CancelledError", "body": [{"try": [{"create_task": {"call": "g"}}],
            "except": [{"type": "RuntimeError", "as": "e", "body": [{"print": "{e}"}]}]}]}]}]})",
     "TaskGroup <TaskGroup errors=1 cancelling> is shutting down | "
     "ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)"},

    {"threads: what they do goes before the loop's timers of that instant",
     R"({"name": "f", "async": false, "body": [{"block": 1}, {"print": "thread"}]},
        {"name": "g", "body": [{"run_in_executor": {"call": "f"}}]})",
     R"({"create_task": {"call": "g"}, "into": "t"}, {"sleep": 1}, {"print": "timer"},
        {"await": "$t"})",
     "thread | timer"},

    {"threads: StopIteration does not come out of them",
     R"({"name": "f", "async": false, "body": [{"raise": "StopIteration"}]})",
     R"({"try": [{"run_in_executor": {"call": "f"}}], "except": [{"type": "RuntimeError",
            "as": "e", "body": [{"print": "{e}"}]}]})",
     "StopIteration interacts badly with generators and cannot be raised into a Future"},

    {"timeout: its error is an OSError", R"({"name": "f", "body": [{"sleep": 9}]})",
     R"({"try": [{"wait_for": {"call": "f"}, "timeout": 1}], "except": [{"type": "OSError",
            "as": "e", "body": [{"print": ["$e"]}]}]})",
     "[TimeoutError()]"},
};

std::string scenarioOf(const Corner& corner)
{
    return R"({"coroscope_scenario": 1, "objects": {"lk": {"type": "lock"},
        "cd": {"type": "condition"}, "ev": {"type": "event"}, "q": {"type": "queue"},
        "full": {"type": "queue", "maxsize": 1}, "sm": {"type": "semaphore", "value": 1}, "br": {"type": "barrier", "parties": 2},
        "fu": {"type": "future"}, "pq": {"type": "priority_queue"}}, "functions": [)" +
           std::string(corner.functions) + R"(], "mains": [{"name": "main", "body": [)" +
           corner.main + "]}]}";
}

}  // namespace

/// Rules of asyncio that random programs seldom touch: one program for each, and what CPython 3.13
/// prints.
class TestCorners : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatCPythonPrints_data();
    void printsWhatCPythonPrints();
    void runsAsCPythonDoes();
};

void TestCorners::printsWhatCPythonPrints_data()
{
    QTest::addColumn<std::string>("scenario");
    QTest::addColumn<QString>("expected");

    for (const Corner& corner : corners)
        QTest::newRow(corner.name) << scenarioOf(corner) << QString::fromUtf8(corner.printed);
}

void TestCorners::printsWhatCPythonPrints()
{
    QFETCH(std::string, scenario);
    QFETCH(QString, expected);
    const auto program = scenario::readScenario(scenario, "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), "main");

    QVERIFY2(run, run ? "" : run.error().text().c_str());
    QCOMPARE(test::outputOf(run.value()), expected);
}

// Step for step, and so that the expected texts are CPython's.
void TestCorners::runsAsCPythonDoes()
{
    test::PythonRunner python(QStringLiteral(TEST_DATA_DIR "/python/run_virtually.py"));
    if (!python.isThere())
        QSKIP("no CPython of version 3.11 or later on this machine");
    test::PythonComparison comparison;
    for (const Corner& corner : corners)
        QCOMPARE(comparison.addListed(scenarioOf(corner), corner.name), QString());
    QCOMPARE(comparison.size(), qsizetype{std::size(corners)});

    const QStringList differences = comparison.differences(python);

    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
}

COROSCOPE_TEST(TestCorners)
#include "tst_corners.moc"
