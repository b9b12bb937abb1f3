// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

scenario::Scenario mainOf(const QByteArray& body)
{
    auto read = scenario::readScenario(R"({"coroscope_scenario": 1,
        "objects": {"q": {"type": "queue"}, "o": {"type": "queue"}, "fu": {"type": "future"}},
        "functions": [{"name": "f", "params": ["x"], "body": [{"sleep": "$x"}]},
            {"name": "same", "params": ["x"], "body": [{"return": "$x"}]},
            {"name": "itself", "body": [{"get": "$q", "into": "t"}, {"return": ["$t"]}]},
            {"name": "fails", "body": [{"get": "$q", "into": "t"},
                {"raise": "ValueError", "message": "$t"}]},
            {"name": "nest", "params": ["n"], "body": [{"task_group": [
                {"if": ["$n", "==", 0], "then": [{"raise": "ValueError"}], "else": [
                {"let": "m", "be": "$n", "plus": -1},
                {"create_task": {"call": "nest", "args": ["$m"]}}]}]}]}],
        "mains": [{"name": "main", "body": )" +
                                           body.toStdString() + "}]}",
                                       "absurd.json");
    if (!read)
        qFatal("%s", read.error().text().c_str());
    return std::move(read).value();
}

// "raised ValueError: no", "ok : None"
QString endOf(const scenario::Run& run)
{
    const Outcome& outcome = run.outcome;
    return QString::fromStdString(std::string(wordOf(run.how)) + " " + outcome.error + ": " +
                                  outcome.text);
}

}  // namespace

/// Programs that ask for more time, text or tasks than there is: they end soon, and it is said why.
class TestAbsurdScenarios : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void end_data();
    void end();
    void areRefused_data();
    void areRefused();
    void aCountIsNoTime();
    void hoursBeyondAllIntegersAreAFloat();
    void aListThatHoldsItselfManyTimesHasAShortText();
    void stopWhenTheyStartTasksForEver();
};

void TestAbsurdScenarios::end_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("how");
    const auto row = [](const char* name, const char* body, const char* how) {
        QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(how);
    };
    const char* const outOfTime = "interrupted : it went on for more than 104 days";
    row("the longest sleep", R"([{"sleep": 1e308}])", outOfTime);
    row("2^63 ns of sleep", R"([{"sleep": 9223372036.854775808}])", outOfTime);
    row("2^62 ns of sleep", R"([{"sleep": 4611686018.427387904}])", outOfTime);
    row("sleeps that add up", R"([{"repeat": 1000000, "body": [{"sleep": 8e6}]}])", outOfTime);
    row("the longest block", R"([{"block": 1e308}])", outOfTime);
    row("the longest work", R"([{"work": 1e308}])", outOfTime);
    row("a negative sleep", R"([{"sleep": -1e308}])", "ok : None");
    row("the longest timeout", R"([{"timeout": 1e308, "body": [{"sleep": 1}]}])", "ok : None");
    row("a negative timeout", R"([{"timeout": -1e308, "body": [{"sleep": 1}]}])",
        "raised TimeoutError: ");
    row("no turns", R"([{"repeat": -4611686018427387904, "body": [{"raise": "ValueError"}]}])",
        "ok : None");
    row("a list that nests", R"([{"let": "s", "be": 1},
            {"repeat": 1000000, "body": [{"let": "s", "be": ["$s"]}]}])",
        "raised RecursionError: maximum recursion depth exceeded");
    row("lists that nest as deep as they may", R"([{"let": "s", "be": 1}, {"let": "t", "be": 1},
            {"repeat": 1000, "body": [{"let": "s", "be": ["$s"]}, {"let": "t", "be": ["$t"]}]},
            {"if": ["$s", "==", "$t"], "then": [{"print": "$s"}]}])",
        "ok : None");
    row("lists that nobody can compare", R"([{"let": "s", "be": 1}, {"let": "t", "be": 1},
            {"repeat": 60, "body": [{"let": "s", "be": ["$s", "$s"]},
                {"let": "t", "be": ["$t", "$t"]}]},
            {"if": ["$s", "==", "$t"], "then": []}])",
        "raised RecursionError: lists with too many items to compare");
    row("errors about errors", R"([{"let": "e", "be": 1}, {"repeat": 1000000, "body": [
            {"try": [{"raise": "ValueError", "message": "$e"}], "except": [
                {"type": "ValueError", "as": "f", "body": [{"let": "e", "be": "$f"}]}]}]}])",
        "raised RecursionError: maximum recursion depth exceeded");
    row("a task that returns a task that returns a task ...",
        R"([{"let": "t", "be": 1}, {"repeat": 100000, "body": [
            {"create_task": {"call": "same", "args": ["$t"]}, "into": "t"}]}, {"yield": true},
            {"yield": true}, {"let": "t", "be": 1}, {"print": "x"}])",
        "ok : None");
    row("groups of groups", R"([{"try": [{"await": {"call": "nest", "args": [20000]}}], "except": [
            {"type": "ExceptionGroup", "body": [{"print": "x"}]}]}])",
        "ok : None");
    row("groups of groups, looked at",
        R"([{"try": [{"await": {"call": "nest", "args": [20000]}}], "except": [
            {"type": "ExceptionGroup", "as": "e", "body": [{"print": "x"}]}]}])",
        "raised RecursionError: maximum recursion depth exceeded");
    row("texts without end", R"([{"let": "s", "be": "x"}, {"repeat": 19, "body": [
                {"let": "s", "be": "{s}{s}"}]},
            {"repeat": 1000000000, "body": [{"put": "$q", "value": "$s"}]}])",
        "raised MemoryError: more than 1 GiB of text in all");
    // What follows refers to itself: the leak sanitizer sees whether it is freed.
    row("a queue in itself", R"([{"put": "$q", "value": ["$q"]}])", "ok : None");
    row("queues in each other",
        R"([{"put": "$q", "value": "$o"}, {"put": "$o", "value": "$q"}])", "ok : None");
    row("a future of itself", R"([{"set_result": "$fu", "value": "$fu"}])", "ok : None");
    row("a task that returns itself",
        R"([{"create_task": {"call": "itself"}, "into": "t"}, {"put": "$q", "value": "$t"},
            {"sleep": 1}])",
        "ok : None");
    row("a task that raises itself",
        R"([{"create_task": {"call": "fails"}, "into": "t"}, {"put": "$q", "value": "$t"},
            {"sleep": 1}])",
        "ok : None");
    row("a task that waits with itself",
        R"([{"create_task": {"call": "itself"}, "into": "t"}, {"put": "$o", "value": "$t"},
            {"yield": true}])",
        "ok : None");
    row("a text that doubles",
        R"([{"let": "s", "be": "x"}, {"repeat": 60, "body": [{"let": "s", "be": "{s}{s}"}]}])",
        "raised MemoryError: a text of more than 1 MiB");
}

void TestAbsurdScenarios::end()
{
    QFETCH(const QByteArray, body);
    const auto result = scenario::run(mainOf(body), "main");
    QTEST(endOf(result.value()), "how");
}

void TestAbsurdScenarios::areRefused_data()
{
    QTest::addColumn<QByteArray>("parameter");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* parameter, const char* said) {
        QTest::newRow(name) << QByteArray(parameter) << QString::fromLatin1(said);
    };
    row("no step", R"("min": 0, "max": 1, "step": 0, "value": 0)", ".step: expected a number");
    row("a step back", R"("min": 0, "max": 1, "step": -1, "value": 0)", ".step: expected a number");
    row("upside down", R"("min": 2, "max": 1, "value": 1)", "must be less than");
    row("beyond its range", R"("min": 0, "max": 1, "value": 1e308)", ".value");
    row("no number", R"("min": 0, "max": 1e999, "value": 0)", "absurd.json:");
    row("a text", R"("min": "0", "max": 1, "value": 0)", ".min: expected a number");
}

void TestAbsurdScenarios::areRefused()
{
    QFETCH(const QByteArray, parameter);
    QFETCH(const QString, said);
    const QByteArray text = R"({"coroscope_scenario": 1, "parameters": [{"name": "a", )" +
                            parameter + R"(}], "mains": [{"name": "main", "body": []}]})";
    const auto read = scenario::readScenario(text.toStdString(), "absurd.json");
    QVERIFY(!read);
    const QString message = QString::fromStdString(read.error().text());
    QVERIFY2(message.startsWith(QStringLiteral("absurd.json:")), qPrintable(message));
    QVERIFY2(message.contains(said), qPrintable(message));
}

// Whole milliseconds are no whole seconds.
void TestAbsurdScenarios::aCountIsNoTime()
{
    const auto read = scenario::readScenario(R"({"coroscope_scenario": 1, "parameters": [
        {"name": "n", "min": 1, "max": 9, "step": 1, "value": 3, "unit": "ms"}],
        "objects": {"s": {"type": "semaphore", "value": "$n"}},
        "mains": [{"name": "main", "body": []}]})",
                                             "absurd.json");
    QVERIFY(!read);
    QVERIFY(QString::fromStdString(read.error().text()).contains(QStringLiteral("whole numbers")));
}

void TestAbsurdScenarios::hoursBeyondAllIntegersAreAFloat()
{
    const auto read = scenario::readScenario(R"({"coroscope_scenario": 1, "parameters": [
        {"name": "n", "max": 9007199254740992, "value": 9007199254740992, "unit": "h"}],
        "mains": [{"name": "main", "body": [{"return": "$n"}]}]})",
                                             "absurd.json");
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    const auto result = scenario::run(read.value(), "main");
    QCOMPARE(endOf(result.value()), QStringLiteral("ok : 3.242591731706757e+19"));
}

void TestAbsurdScenarios::aListThatHoldsItselfManyTimesHasAShortText()
{
    const auto result = scenario::run(mainOf(R"([{"let": "s", "be": [1]},
                   {"repeat": 60, "body": [{"let": "s", "be": ["$s", "$s"]}]},
                   {"return": "$s"}])"),
                                      "main");
    QCOMPARE(result.value().how, Word::Ok);
    QVERIFY(result.value().outcome.text.size() < 4 * 1024 * 1024);
}

void TestAbsurdScenarios::stopWhenTheyStartTasksForEver()
{
    scenario::RunOptions options;
    options.maxEvents = 800;

    const auto result = scenario::run(
        mainOf(
            R"([{"repeat": 1000000000, "body": [{"create_task": {"call": "f", "args": [1]}}]}])"),
        "main", options);

    QCOMPARE(endOf(result.value()), QStringLiteral("interrupted : it made more than 100 tasks"));
    QVERIFY(result.value().trace->taskCount() < 110);
}

COROSCOPE_TEST(TestAbsurdScenarios)
#include "tst_absurd_scenarios.moc"
