// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

scenario::Scenario mainOf(const QByteArray& body)
{
    auto read = scenario::readScenario(R"({"coroscope_scenario": 1,
        "functions": [{"name": "f", "params": ["x"], "body": [{"sleep": "$x"}]}],
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
