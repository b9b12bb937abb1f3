// SPDX-License-Identifier: MIT
#include <QTest>

#include "tests/support/run_log.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// One program, main, with every type of object and a few functions.
QByteArray scenarioWith(const QByteArray& body)
{
    return R"({"coroscope_scenario": 1,
        "objects": {"lk": {"type": "lock"}, "sm": {"type": "semaphore", "value": 2},
            "bs": {"type": "bounded_semaphore", "value": 1}, "ev": {"type": "event"},
            "cd": {"type": "condition"}, "q": {"type": "queue", "maxsize": 1},
            "lq": {"type": "lifo_queue"}, "pq": {"type": "priority_queue"},
            "br": {"type": "barrier", "parties": 2}, "fu": {"type": "future"}},
        "functions": [
            {"name": "nap", "params": ["d"], "body": [{"sleep": "$d"}, {"return": "$d"}]},
            {"name": "fail", "params": ["d"], "body": [{"sleep": "$d"},
                {"raise": "ValueError", "message": "no"}]},
            {"name": "stubborn", "body": [{"try": [{"sleep": 9}], "except": [
                {"type": "CancelledError", "as": "e", "body": [{"print": "kept on: {e}"},
                    {"sleep": 1}]}]}, {"return": "done"}]},
            {"name": "consume", "body": [{"repeat": 2, "body": [{"get": "$q", "into": "x"},
                {"print": "got {x}"}, {"sleep": 1}, {"task_done": "$q"}]}]},
            {"name": "follow", "body": [{"get": "$lq", "into": "t"}, {"gather": ["$t"]}]},
            {"name": "follow_directly", "body": [{"get": "$lq", "into": "t"}, {"await": "$t"}]},
            {"name": "wait_for_change", "params": ["n"], "body": [{"with": "$cd", "body": [
                {"wait_condition": "$cd"}]}, {"print": "{n}"}]},
            {"name": "relabel", "params": ["n"], "body": [{"try": [{"sleep": 9}], "except": [
                {"type": "CancelledError", "as": "e", "body": [{"print": "{n}: {e}"},
                    {"raise": "CancelledError", "message": "{n}"}]}]}]},
            {"name": "gather_two", "body": [{"try": [{"gather": [{"call": "relabel", "args": ["a"]},
                {"call": "relabel", "args": ["b"]}], "return_exceptions": true}], "except": [
                {"type": "CancelledError", "as": "e", "body": [{"print": ["$e"]}]}]}]},
            {"name": "limit_when_cancelled", "body": [{"try": [{"sleep": 9}], "except": [
                {"type": "CancelledError", "body": [{"try": [{"timeout": 1, "body": [
                    {"sleep": 9}]}], "except": [{"type": "TimeoutError", "body": [
                    {"print": "late"}]}]}]}]}]},
            {"name": "reraise", "body": [{"raise": null}]},
            {"name": "take", "params": ["n"], "body": [{"try": [{"acquire": "$sm"}], "except": [
                {"type": "CancelledError", "body": [{"print": "not {n}"}, {"return": null}]}]},
                {"print": "{n}"}, {"set": "$ev"}]},
            {"name": "watch", "body": [{"wait_event": "$ev"}, {"print": "event"}]},
            {"name": "plain", "async": false, "params": ["d"], "body": [{"print": "job {d}"},
                {"block": "$d"}, {"return": "$d"}]}],
        "mains": [{"name": "main", "body": )" +
           body + "}]}";
}

}  // namespace

/// Each statement of the format does and prints what Python does.
class TestStatements : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsWhatPythonPrints_data();
    void printsWhatPythonPrints();
    void refusesWhatIsMalformed_data();
    void refusesWhatIsMalformed();
};

void TestStatements::printsWhatPythonPrints_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, const char* body, const char* expected) {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(expected);
    };
    row("else runs without an exception, finally always",
        R"([{"try": [{"print": "a"}], "except": [{"type": "Exception", "body": []}],
            "else": [{"print": "b"}], "finally": [{"print": "c"}]}])",
        "a | b | c");
    row("handlers are tried in order, along the tree",
        R"([{"try": [{"raise": "KeyError", "message": "k"}], "except": [
            {"type": "ValueError", "body": [{"print": "wrong"}]},
            {"type": "LookupError", "as": "e", "body": [{"print": "{e}"}, {"print": ["$e"]}]}]}])",
        "'k' | [KeyError('k')]");
    row("CancelledError is no Exception",
        R"([{"try": [{"try": [{"raise": "CancelledError"}], "except": [
            {"type": "Exception", "body": [{"print": "wrong"}]}]}], "except": [
            {"type": "BaseException", "as": "e", "body": [{"print": ["$e"]}]}]}])",
        "[CancelledError()]");
    row("the name of a caught exception is gone after its handler",
        R"([{"try": [{"raise": "ValueError"}], "except": [{"type": "ValueError", "as": "e",
            "body": []}]}, {"print": "{e}"}])",
        "UnboundLocalError: cannot access local variable 'e' where it is not associated with a "
        "value");
    row("a function called by a handler can raise its exception again",
        R"([{"try": [{"raise": "ValueError", "message": "v"}], "except": [{"type": "ValueError",
            "body": [{"await": {"call": "reraise"}}]}]}])",
        "ValueError: v");
    row("nothing to raise again", R"([{"raise": null}])",
        "RuntimeError: No active exception to reraise");
    row("finally returns instead of raising",
        R"([{"try": [{"raise": "ValueError"}], "finally": [{"print": "f"}, {"return": 1}]}])", "f");
    row("a task group collects its children's errors",
        R"([{"try": [{"task_group": [{"create_task": {"call": "fail", "args": [1]}},
            {"create_task": {"call": "nap", "args": [5]}}, {"sleep": 9}]}], "except": [
            {"type": "ExceptionGroup", "as": "e", "body": [{"print": "{e}"},
                {"print": ["$e"]}]}]}])",
        "unhandled errors in a TaskGroup (1 sub-exception) | "
        "[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('no')])]");
    row("an exception group is a base exception group",
        R"([{"try": [{"task_group": [{"raise": "ValueError"}]}], "except": [
            {"type": "BaseExceptionGroup", "body": [{"print": "caught"}]}]}])",
        "caught");
    row("wait for the first",
        R"([{"create_task": {"call": "nap", "args": [2]}, "into": "a"},
            {"create_task": {"call": "nap", "args": [1]}, "into": "b"},
            {"wait": ["$a", "$b"], "return_when": "FIRST_COMPLETED", "into": ["done", "rest"]},
            {"if": ["$done", "==", []], "then": [{"print": "none"}]},
            {"await": "$b", "into": "x"}, {"print": "{x}"}])",
        "1");
    row("wait for an exception",
        R"([{"create_task": {"call": "nap", "args": [1]}, "into": "a"},
            {"create_task": {"call": "fail", "args": [2]}, "into": "b"},
            {"create_task": {"call": "nap", "args": [9]}, "into": "c"},
            {"wait": ["$a", "$b", "$c"], "return_when": "FIRST_EXCEPTION",
             "into": ["done", "rest"]}, {"cancel": "$c"},
            {"try": [{"await": "$b"}], "except": [{"type": "ValueError", "body": [
                {"print": "failed"}]}]}])",
        "failed");
    row("wait for nothing", R"([{"wait": []}])", "ValueError: Set of Tasks/Futures is empty.");
    row("wait_for returns in time",
        R"([{"wait_for": {"call": "nap", "args": [1]}, "timeout": 2, "into": "x"},
            {"print": "{x}"}])",
        "1");
    row("wait_for gives up",
        R"([{"create_task": {"call": "stubborn"}, "into": "t"},
            {"wait_for": "$t", "timeout": 2, "into": "x"}, {"print": "{x}"}])",
        "kept on:  | done");
    row("wait_for with no time is over at once",
        R"([{"wait_for": {"call": "nap", "args": [1]}, "timeout": 0}])", "TimeoutError: ");
    row("cancel with a message",
        R"([{"create_task": {"call": "nap", "args": [9]}, "into": "t"}, {"yield": true},
            {"cancel": "$t", "message": "enough"}, {"try": [{"await": "$t"}], "except": [
            {"type": "CancelledError", "as": "e", "body": [{"print": ["$e"]}]}]}])",
        "[CancelledError('enough')]");
    row("shield protects",
        R"([{"create_task": {"call": "nap", "args": [3]}, "into": "t"}, {"try": [
            {"timeout": 1, "body": [{"shield": "$t"}]}], "except": [{"type": "TimeoutError",
            "body": [{"print": "late"}]}]}, {"await": "$t", "into": "x"}, {"print": "{x}"}])",
        "late | 3");
    row("as_completed in order of ends",
        R"([{"as_completed": [{"call": "nap", "args": [3]}, {"call": "nap", "args": [1]},
            {"call": "nap", "args": [2]}], "each": "x", "body": [{"print": "{x}"}]}])",
        "1 | 2 | 3");
    row("as_completed has begun what comes before a variable that is none",
        R"([{"try": [{"as_completed": [{"call": "consume"}, "$t"], "body": []}], "except": [
            {"type": "UnboundLocalError", "body": [{"print": "unbound"}]}]},
            {"put": "$q", "value": 1}, {"put": "$q", "value": 2}, {"sleep": 1},
            {"create_task": {"call": "consume"}, "into": "t"}, {"cancel": "$t"}])",
        "unbound | got 1 | got 2");
    // asyncio/locks.py, Semaphore.acquire().
    row("who comes while somebody is woken waits, and is woken by him",
        R"([{"acquire": "$sm"}, {"acquire": "$sm"}, {"create_task": {"call": "take", "args": ["A"]}},
            {"yield": true}, {"release": "$sm"}, {"release": "$sm"}, {"acquire": "$sm"},
            {"print": "main"}])",
        "A | main");
    row("he wakes as many as there are permits",
        R"([{"acquire": "$sm"}, {"acquire": "$sm"}, {"create_task": {"call": "take", "args": ["A"]}},
            {"create_task": {"call": "watch"}}, {"yield": true},
            {"create_task": {"call": "take", "args": ["B"]}}, {"release": "$sm"},
            {"release": "$sm"}, {"release": "$sm"}, {"acquire": "$sm"}, {"print": "main"},
            {"sleep": 1}])",
        "A | main | B | event");
    row("a waiter that is cancelled holds nobody up",
        R"([{"acquire": "$sm"}, {"acquire": "$sm"},
            {"create_task": {"call": "take", "args": ["A"]}, "into": "t"}, {"yield": true},
            {"cancel": "$t"}, {"release": "$sm"}, {"acquire": "$sm"}, {"print": "main"},
            {"sleep": 1}])",
        "main | not A");
    row("a queue is joined",
        R"([{"create_task": {"call": "consume"}, "into": "t"}, {"put": "$q", "value": 1},
            {"put": "$q", "value": 2}, {"join": "$q"}, {"print": "joined"}])",
        "got 1 | got 2 | joined");
    row("too many task_done", R"([{"task_done": "$q"}])",
        "ValueError: task_done() called too many times");
    row("a full queue and an empty one",
        R"([{"put_nowait": "$q", "value": 1}, {"try": [{"put_nowait": "$q", "value": 2}],
            "except": [{"type": "QueueFull", "as": "e", "body": [{"print": ["$e"]}]}]},
            {"get_nowait": "$q"}, {"get_nowait": "$q"}])",
        "[QueueFull()] | QueueEmpty: ");
    row("last in, first out",
        R"([{"put": "$lq", "value": 1}, {"put": "$lq", "value": 2}, {"get": "$lq", "into": "x"},
            {"print": "{x}"}])",
        "2");
    row("a priority queue gives the least, and equal ones as heapq does",
        R"([{"put": "$pq", "value": [2, "b"]}, {"put": "$pq", "value": 1.0}])",
        "TypeError: '<' not supported between instances of 'float' and 'list'");
    row("of equal items, whichever heapq gives",
        R"([{"put": "$pq", "value": 1}, {"put": "$pq", "value": 1.0}, {"put": "$pq", "value": true},
            {"repeat": 3, "body": [{"get": "$pq", "into": "x"}, {"print": "{x}"}]}])",
        "1 | 1.0 | True");
    row("a lock that is not held", R"([{"release": "$lk"}])",
        "RuntimeError: Lock is not acquired.");
    row("a bounded semaphore", R"([{"release": "$bs"}])",
        "ValueError: BoundedSemaphore released too many times");
    row("a condition that is not held", R"([{"notify_all": "$cd"}])",
        "RuntimeError: cannot notify on un-acquired lock");
    row("an object of another type", R"([{"set": "$lk"}])",
        "AttributeError: 'Lock' object has no attribute 'set'");
    row("a future has one result",
        R"([{"set_result": "$fu", "value": 1}, {"await": "$fu", "into": "x"}, {"print": "{x}"},
            {"set_exception": "$fu", "type": "ValueError"}])",
        "1 | InvalidStateError: invalid state");
    row("a negative sleep is none", R"([{"let": "d", "be": -1}, {"sleep": "$d"}, {"print": "x"}])",
        "x");
    row("a coroutine that is not awaited never runs",
        R"([{"call_forgotten": {"call": "fail", "args": [0]}}, {"print": "x"}])", "x");
    row("a function in an executor",
        R"([{"run_in_executor": {"call": "plain", "args": [1]}, "into": "x"}, {"print": "{x}"}])",
        "job 1 | 1");
    row("tasks that await one another in a circle cannot be cancelled",
        R"([{"create_task": {"call": "follow"}, "into": "a"},
            {"create_task": {"call": "follow"}, "into": "b"}, {"put": "$lq", "value": "$a"},
            {"put": "$lq", "value": "$b"}, {"yield": true}, {"print": "x"}])",
        "x | RecursionError: maximum recursion depth exceeded");
    row("a task that awaits itself",
        R"([{"create_task": {"call": "follow_directly"}, "into": "t"},
            {"put": "$lq", "value": "$t"}, {"await": "$t"}])",
        "RuntimeError: Task cannot await on itself: <Task pending>");
    row("whoever awaits a task that awaits itself is refused at once",
        R"([{"create_task": {"call": "follow_directly"}, "into": "t"},
            {"put": "$lq", "value": "$t"}, {"yield": true}, {"try": [{"await": "$t"}], "except": [
            {"type": "RuntimeError", "as": "e", "body": [{"print": "{e}"}]}]}, {"yield": true},
            {"await": "$t"}])",
        "await wasn't used with future | RuntimeError: Task cannot await on itself: <Task "
        "pending>");
    row("wait for what is no future leaves its timer behind",
        R"([{"let": "x", "be": 1}, {"try": [{"wait": ["$x"], "timeout": 2}], "except": [
            {"type": "AttributeError", "as": "e", "body": [{"print": "{e}"}]}]},
            {"wait_event": "$ev"}])",
        "'int' object has no attribute 'add_done_callback' | deadlock");
    row("wait for a list", R"([{"let": "x", "be": []}, {"wait": ["$x"]}])",
        "TypeError: unhashable type: 'list'");
    row("a SyntaxError without a message says None",
        R"([{"try": [{"raise": "SyntaxError"}], "except": [{"type": "SyntaxError", "as": "e",
            "body": [{"print": "{e}"}, {"print": ["$e"]}]}]}, {"raise": "TabError"}])",
        "None | [SyntaxError()] | TabError: None");
    row("notify counts as far as numbers go",
        R"([{"create_task": {"call": "wait_for_change", "args": [1]}},
            {"create_task": {"call": "wait_for_change", "args": [2]}}, {"yield": true},
            {"let": "n", "be": true}, {"with": "$cd", "body": [{"notify": "$cd", "n": "$n"}]},
            {"sleep": 1}, {"print": "all"},
            {"with": "$cd", "body": [{"notify": "$cd", "n": 1e300}]}, {"sleep": 1}])",
        "1 | all | 2");
    row("None is no time limit, in a variable too",
        R"([{"let": "n", "be": null}, {"timeout": "$n", "body": [{"sleep": 1}]},
            {"wait_for": {"call": "nap", "args": [1]}, "timeout": "$n", "into": "x"},
            {"create_task": {"call": "nap", "args": [1]}, "into": "t"},
            {"wait": ["$t"], "timeout": "$n"}, {"print": "{x}"}])",
        "1");
    row("a text is no time to sleep", R"([{"let": "s", "be": "x"}, {"sleep": "$s"}])",
        "TypeError: '<=' not supported between instances of 'str' and 'int'");
    row("a list is no time to block", R"([{"let": "s", "be": []}, {"block": "$s"}])",
        "TypeError: '<' not supported between instances of 'list' and 'int'");
    row("None is no time to sleep", R"([{"let": "s", "be": null}, {"sleep": "$s"}])",
        "TypeError: '<=' not supported between instances of 'NoneType' and 'int'");
    row("a text is no time limit",
        R"([{"let": "s", "be": "x"}, {"timeout": "$s", "body": [{"sleep": 1}]}])",
        "TypeError: unsupported operand type(s) for +: 'float' and 'str'");
    row("gather of a list", R"([{"let": "x", "be": []}, {"gather": ["$x"]}])",
        "TypeError: unhashable type: 'list'");
    row("as_completed of a list",
        R"([{"let": "x", "be": []}, {"as_completed": ["$x"], "body": []}])",
        "TypeError: unhashable type: 'list'");
    row("a cancel message of None is none",
        R"([{"create_task": {"call": "nap", "args": [9]}, "into": "t"}, {"yield": true},
            {"let": "n", "be": null}, {"cancel": "$t", "message": "$n"}, {"try": [
            {"await": "$t"}], "except": [{"type": "CancelledError", "as": "e", "body": [
            {"print": ["$e"]}]}]}])",
        "[CancelledError()]");
    row("whatever has wait() can be waited for", R"([{"wait_event": "$cd"}])",
        "RuntimeError: cannot wait on un-acquired lock");
    row("a lock has no wait()", R"([{"wait_condition": "$lk"}])",
        "AttributeError: 'Lock' object has no attribute 'wait'");
    row("gather passes a cancel's message on",
        R"([{"create_task": {"call": "gather_two"}, "into": "t"}, {"yield": true},
            {"yield": true}, {"cancel": "$t", "message": "m"}, {"await": "$t"}])",
        "a: m | b: m | [CancelledError('b')]");
    row("an error in the body of a timeout is no TimeoutError",
        R"([{"timeout": 1, "body": [{"try": [{"sleep": 9}], "finally": [
            {"raise": "ValueError", "message": "no"}]}]}])",
        "ValueError: no");
    row("a timeout in a task that was cancelled before",
        R"([{"create_task": {"call": "limit_when_cancelled"}, "into": "t"},
            {"yield": true}, {"cancel": "$t"}, {"await": "$t"}])",
        "late");
    row("wait ends with an exception",
        R"([{"create_task": {"call": "nap", "args": [1]}, "into": "a"},
            {"create_task": {"call": "fail", "args": [2]}, "into": "b"},
            {"create_task": {"call": "nap", "args": [9]}, "into": "c"},
            {"wait": ["$a", "$b", "$c"], "return_when": "FIRST_EXCEPTION",
             "into": ["done", "rest"]},
            {"if": ["$rest", "==", ["$c"]], "then": [{"print": "c"}]}])",
        "c");
    row("a cancelled task is no exception to wait for",
        R"([{"create_task": {"call": "nap", "args": [1]}, "into": "a"},
            {"create_task": {"call": "nap", "args": [2]}, "into": "b"}, {"yield": true},
            {"cancel": "$a"}, {"wait": ["$a", "$b"], "return_when": "FIRST_EXCEPTION",
             "into": ["done", "rest"]},
            {"if": ["$rest", "==", []], "then": [{"print": "all"}]}])",
        "all");
    row("True is one",
        R"([{"let": "n", "be": true}, {"repeat": "$n", "body": [{"print": "once"}]},
            {"sleep": "$n"}])",
        "once");
    row("done and pending are the tasks themselves",
        R"([{"create_task": {"call": "nap", "args": [2]}, "into": "a"},
            {"create_task": {"call": "nap", "args": [1]}, "into": "b"},
            {"wait": ["$a", "$b"], "timeout": 1.5, "into": ["done", "rest"]},
            {"if": ["$done", "==", ["$b"]], "then": [{"print": "b"}]},
            {"if": ["$rest", "==", ["$a"]], "then": [{"print": "a"}]}])",
        "b | a");
    row("SystemExit goes past everybody",
        R"([{"try": [{"raise": "SystemExit"}], "finally": [{"print": "f"}]}])", "f | SystemExit: ");
}

void TestStatements::printsWhatPythonPrints()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto program = scenario::readScenario(scenarioWith(body).toStdString(), "test");
    QVERIFY2(program, program ? "" : program.error().text().c_str());

    const auto run = scenario::run(program.value(), "main");

    QVERIFY2(run, run ? "" : run.error().text().c_str());
    QCOMPARE(test::outputOf(run.value()), expected);
}

void TestStatements::refusesWhatIsMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, const char* body, const char* expected) {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(expected);
    };
    row("a misspelt exception", R"([{"raise": "ValeError"}])",
        R"(test: $.mains[0].body[0].raise: no exception is called "ValeError"; did you mean "ValueError"?)");
    row("a misspelt exception in a handler",
        R"([{"try": [], "except": [{"type": "CanceledError", "body": []}]}])",
        R"(test: $.mains[0].body[0].except[0].type: no exception is called "CanceledError"; did you mean "CancelledError"?)");
    row("a handler behind one for everything",
        R"([{"try": [], "except": [{"body": []}, {"type": "ValueError", "body": []}]}])",
        R"(test: $.mains[0].body[0].except[1]: a handler for every exception must be the last one)");
    row("try alone", R"([{"try": []}])",
        R"(test: $.mains[0].body[0]: "try" needs "except" or "finally")");
    row("wait with one name for two sets", R"([{"wait": [], "into": ["a"]}])",
        R"(test: $.mains[0].body[0].into: expected two names, ["done", "pending"], but found a list)");
    row("a coroutine function in an executor",
        R"([{"run_in_executor": {"call": "nap", "args": [1]}}])",
        R"(test: $.mains[0].body[0].run_in_executor: "nap" is a coroutine function; expected a plain one, with "async": false)");
    row("a misspelt statement", R"([{"wait_evnt": "$ev"}])",
        R"(test: $.mains[0].body[0]: unknown statement "wait_evnt"; did you mean "wait_event"?)");
    row("a misspelt object", R"([{"set": "$evv"}])",
        R"(test: $.mains[0].body[0].set: the name "evv" is assigned nowhere; did you mean "ev"?)");
}

void TestStatements::refusesWhatIsMalformed()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);

    const auto program = scenario::readScenario(scenarioWith(body).toStdString(), "test");

    QVERIFY(!program);
    QCOMPARE(QString::fromStdString(program.error().text()), expected);
}

COROSCOPE_TEST(TestStatements)
#include "tst_statements.moc"
