// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/run_log.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

// Two calls of f, whose second is cancelled from within, in a task group.
QByteArray groupOfTwo(const QByteArray& firstInto, const QByteArray& secondInto,
                      const QByteArray& after)
{
    return R"({"coroscope_scenario": 1, "functions": [{"name": "f", "params": ["x"], "body": [
        {"sleep": "$x"}, {"if": ["$x", "==", 1], "then": [{"raise": "CancelledError"}]},
        {"return": "$x"}]}], "calls": [{"call": "f", "args": [2])" +
           firstInto + R"(}, {"call": "f", "args": [1])" + secondInto +
           R"(}], "strategies": ["task_group"], "after": [{"print": ")" + after + R"("}]})";
}

// One call of f under the strategies, and g, which f may call.
QByteArray callOf(const QByteArray& f, const QByteArray& g, const QByteArray& strategies)
{
    return R"({"coroscope_scenario": 1, "objects": {"o": {"type": "lock"},
            "c": {"type": "condition"}, "e": {"type": "event"}, "q": {"type": "queue"},
            "b": {"type": "barrier", "parties": 2}},
        "functions": [{"name": "f", "body": )" +
           f + R"(}, {"name": "g", "body": )" + g +
           R"(}], "calls": [{"call": "f"}], "strategies": )" + strategies + "}";
}

}  // namespace

/// What each strategy makes of the calls.
class TestStrategies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTaskGroupAsksForResultsThatAreWanted_data();
    void aTaskGroupAsksForResultsThatAreWanted();
    void threadsWaitForNoObjectOfTheLoop_data();
    void threadsWaitForNoObjectOfTheLoop();
};

// A task of a group that was cancelled fails nobody but who asks for its result.
void TestStrategies::aTaskGroupAsksForResultsThatAreWanted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const QByteArray intoA = R"(, "into": "a")";
    QTest::newRow("none") << groupOfTwo("", "", "{elapsed}") << "2.0 | ok";
    QTest::newRow("the one that is there") << groupOfTwo(intoA, "", "{a}") << "2 | ok";
    QTest::newRow("the one that is not") << groupOfTwo("", intoA, "x") << "CancelledError";
    QTest::newRow("all") << groupOfTwo("", "", "$results") << "CancelledError";
}

void TestStrategies::aTaskGroupAsksForResultsThatAreWanted()
{
    QFETCH(const QByteArray, text);
    const auto scenario = scenario::readScenario(text.toStdString(), "test");
    QVERIFY2(scenario, scenario ? "" : scenario.error().text().c_str());

    const auto run = scenario::run(scenario.value(), "task_group");

    QStringList lines;
    for (const QString& line : test::logOf(*run.value().trace, test::LogOf::Program))
        lines << line.section(QLatin1Char(' '), 3);
    lines << test::howOf(run.value());
    QTEST(lines.join(QStringLiteral(" | ")), "expected");
}

void TestStrategies::threadsWaitForNoObjectOfTheLoop_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    const char* const why =
        " waits for an object of the event loop, which a thread cannot do; leave out the "
        "strategies \"threads\" and \"processes\"";
    const auto refused = [&](const char* name, const QByteArray& text, const char* where) {
        QTest::newRow(name) << text << QStringLiteral("test: $.functions") +
                                           QLatin1String(where) + QLatin1String(why);
    };
    const QByteArray threads = R"(["threads"])";
    const QByteArray nothing = "[]";
    refused("with", callOf(R"([{"with": "$o", "body": []}])", nothing, threads),
            "[0].body[0]: \"with\"");
    refused("acquire", callOf(R"([{"acquire": "$o"}])", nothing, threads),
            "[0].body[0]: \"acquire\"");
    refused("wait_event", callOf(R"([{"wait_event": "$e"}])", nothing, threads),
            "[0].body[0]: \"wait_event\"");
    refused("wait_condition", callOf(R"([{"wait_condition": "$c"}])", nothing, threads),
            "[0].body[0]: \"wait_condition\"");
    refused("put", callOf(R"([{"put": "$q", "value": 1}])", nothing, threads),
            "[0].body[0]: \"put\"");
    refused("get", callOf(R"([{"get": "$q"}])", nothing, threads), "[0].body[0]: \"get\"");
    refused("join", callOf(R"([{"join": "$q"}])", nothing, threads), "[0].body[0]: \"join\"");
    refused("barrier", callOf(R"([{"barrier": "$b"}])", nothing, threads),
            "[0].body[0]: \"barrier\"");
    refused("in processes", callOf(R"([{"get": "$q"}])", nothing, R"(["processes"])"),
            "[0].body[0]: \"get\"");
    refused("deep in its statements",
            callOf(R"([{"try": [{"repeat": 2, "body": [{"get": "$q"}]}], "finally": []}])", nothing,
                   threads),
            "[0].body[0].try[0].body[0]: \"get\"");
    refused("in a function that it calls",
            callOf(R"([{"await": {"call": "g"}}])", R"([{"get": "$q"}])", threads),
            "[1].body[0]: \"get\"");
    QTest::newRow("in a function that nobody calls")
        << callOf(nothing, R"([{"get": "$q"}])", threads) << QString();
    QTest::newRow("what does not wait")
        << callOf(R"([{"put_nowait": "$q", "value": 1}, {"set": "$e"}])", nothing, threads)
        << QString();
    QTest::newRow("without threads")
        << callOf(R"([{"get": "$q"}])", nothing, R"(["gather"])") << QString();
}

void TestStrategies::threadsWaitForNoObjectOfTheLoop()
{
    QFETCH(const QByteArray, text);

    const auto scenario = scenario::readScenario(text.toStdString(), "test");

    QTEST(scenario ? QString() : QString::fromStdString(scenario.error().text()), "expected");
}

COROSCOPE_TEST(TestStrategies)
#include "tst_strategies.moc"
