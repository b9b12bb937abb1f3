// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/python/python_source.h"
#include "core/scenario/run.h"
#include "core/scenario/unit.h"
#include "tests/support/lessons.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using coroscope::scenario::Value;

namespace {

// A scenario of one main, `body`, with the parameter t, and what else stands at its top level.
std::string textOf(const std::string& body, const std::string& parameter = R"("value": 10)",
                   const std::string& top = {})
{
    return R"({"coroscope_scenario": 1, )" + top +
           R"("parameters": [{"name": "t", "min": -60, "max": 600, )" + parameter + R"(}],
            "functions": [{"name": "f", "params": ["x"],
                           "body": [{"sleep": "$x"}, {"return": "$x"}]}],
            "mains": [{"name": "main", "body": )" +
           body + "}]}";
}

QString errorOf(const std::string& text)
{
    const auto read = scenario::readScenario(text, "x.json");
    return read ? QStringLiteral("sound") : QString::fromStdString(read.error().text());
}

// What it prints with the times, and how it ended if that is not well.
QString behaviourOf(const std::string& text)
{
    const auto run = scenario::run(scenario::readScenario(text, "x.json").value(), "main");
    QStringList lines = test::printsWithTimes(run.value());
    const Outcome& outcome = run.value().outcome;
    if (!outcome.error.empty())
        lines << QString::fromStdString(outcome.error + ": " + outcome.text);
    return lines.join(QStringLiteral(" | "));
}

QString pythonOf(const std::string& text)
{
    const auto scenario = scenario::readScenario(text, "x.json");
    return QString::fromStdString(scenario::printPython(scenario.value(), "main").value().text);
}

}  // namespace

class TestFormatExtensions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheAxis_data();
    void readsTheAxis();
    void keepsTheSummary();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void givesProgramsSeconds_data();
    void givesProgramsSeconds();
    void printsTheUnitInPython();
    void calculates_data();
    void calculates();
    void printsCalculationsInPython();
    void givesACallARowOfItsOwn();
    void aRowChangesNothingElse();
};

void TestFormatExtensions::readsTheAxis_data()
{
    QTest::addColumn<QString>("top");
    QTest::addColumn<bool>("isOrder");

    QTest::newRow("order") << R"("axis": "order", )" << true;
    QTest::newRow("time") << R"("axis": "time", )" << false;
    QTest::newRow("nothing") << "" << false;
}

void TestFormatExtensions::readsTheAxis()
{
    QFETCH(QString, top);

    const auto read =
        scenario::readScenario(textOf("[]", R"("value": 1)", top.toStdString()), "x.json");

    QTEST(read.value().axis() == scenario::Axis::Order, "isOrder");
}

void TestFormatExtensions::keepsTheSummary()
{
    const auto with = scenario::readScenario(
        textOf("[]", R"("value": 1)", R"("summary": {"en": "short", "ko": "짧게"}, )"), "x.json");
    const auto without = scenario::readScenario(textOf("[]"), "x.json");

    QCOMPARE(with.value().summary().in("ko"), std::string("짧게"));
    QVERIFY(without.value().summary().isEmpty());
}

void TestFormatExtensions::refusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char* name, const std::string& text, const char* expected) {
        QTest::newRow(name) << QString::fromStdString(text) << QString::fromUtf8(expected);
    };
    row("an unknown axis", textOf("[]", R"("value": 1)", R"("axis": "events", )"),
        "x.json: $.axis: expected \"time\" or \"order\", but found the text \"events\"");
    row("two operations", textOf(R"([{"let": "x", "be": 1, "plus": 1, "times": 2}])"),
        "x.json: $.mains[0].body[0].times: \"plus\" and \"times\" in one statement; expected one "
        "of them");
    row("a row for a task", textOf(R"([{"create_task": {"call": "f", "args": [1]}, "into": "x"},
                   {"await": "$x", "row": true}])"),
        "x.json: $.mains[0].body[1].row: a task has a row already; expected a call");
}

void TestFormatExtensions::refusesWhatIsWrong()
{
    QFETCH(QString, text);

    QTEST(errorOf(text.toStdString()), "expected");
}

void TestFormatExtensions::givesProgramsSeconds_data()
{
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("expected");

    QTest::newRow("seconds") << R"("value": 20, "unit": "s")"
                             << "20 20";
    QTest::newRow("no unit") << R"("value": 20)"
                             << "20 20";
    QTest::newRow("no unit of time") << R"("value": 20, "unit": "requests")"
                                     << "20 20";
    QTest::newRow("minutes") << R"("value": 20, "unit": "min")"
                             << "1200 1200";
    QTest::newRow("half minutes") << R"("value": 0.5, "unit": "min")"
                                  << "30 30.0";
    QTest::newRow("hours") << R"("value": 2, "unit": "h")"
                           << "7200 7200";
    QTest::newRow("milliseconds") << R"("value": 300, "unit": "ms")"
                                  << "0.3 0.3";
    QTest::newRow("microseconds") << R"("value": 300, "unit": "µs")"
                                  << "0.0003 0.0003";
    QTest::newRow("negative minutes") << R"("value": -1, "unit": "min")"
                                      << "0 -60";
}

void TestFormatExtensions::givesProgramsSeconds()
{
    QFETCH(QString, parameter);

    QTEST(behaviourOf(textOf(R"([{"sleep": "$t"}, {"print": "$t"}])", parameter.toStdString())),
          "expected");
}

void TestFormatExtensions::printsTheUnitInPython()
{
    const std::string minutes = R"("value": 20, "unit": "min")";
    const std::string milliseconds = R"("value": 300, "unit": "ms")";

    const QString argument =
        pythonOf(textOf(R"([{"await": {"call": "f", "args": ["$t"]}}])", minutes));
    const QString constant = pythonOf(textOf(R"([{"sleep": "$t"}])", milliseconds));

    QVERIFY2(argument.contains(QStringLiteral("await f(20 * 60)\n")), qPrintable(argument));
    QVERIFY2(constant.contains(QStringLiteral("\nT = 300 / 1000\n")), qPrintable(constant));
}

void TestFormatExtensions::calculates_data()
{
    QTest::addColumn<QString>("be");
    QTest::addColumn<QString>("expected");

    QTest::newRow("a sum") << R"("be": 1, "plus": 2)"
                           << "0 3";
    QTest::newRow("a product") << R"("be": 3, "times": 2)"
                               << "0 6";
    QTest::newRow("an int and a float") << R"("be": 1, "plus": 0.5)"
                                        << "0 1.5";
    QTest::newRow("a product with a float") << R"("be": 2, "times": 0.5)"
                                            << "0 1.0";
    QTest::newRow("a parameter") << R"("be": "$t", "plus": "$t")"
                                 << "0 20";
    QTest::newRow("true is one") << R"("be": true, "plus": 1)"
                                 << "0 2";
    QTest::newRow("a text") << R"("be": "a", "plus": 1)"
                            << "TypeError: unsupported operand type(s) for +: 'str' and 'int'";
    QTest::newRow("None") << R"("be": 2, "times": null)"
                          << "TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'";
    QTest::newRow("too large an int") << R"("be": 4611686018427387904, "times": 2)"
                                      << "OverflowError: an int of more than 64 bits";
}

void TestFormatExtensions::calculates()
{
    QFETCH(QString, be);

    QTEST(behaviourOf(textOf(R"([{"let": "x", )" + be.toStdString() + R"(}, {"print": "$x"}])")),
          "expected");
}

void TestFormatExtensions::printsCalculationsInPython()
{
    const QString python = pythonOf(textOf(R"([{"let": "x", "be": 1}, {"let": "y", "be": "$x",
        "plus": "$t"}, {"let": "x", "be": "$x", "times": 2}, {"print": ["$x", "$y"]}])"));

    QVERIFY2(python.contains(QStringLiteral("    y = x + T\n    x *= 2\n")), qPrintable(python));
}

void TestFormatExtensions::givesACallARowOfItsOwn()
{
    const auto run = scenario::run(
        scenario::readScenario(
            textOf(R"([{"sleep": 1}, {"await": {"call": "f", "args": [3]}, "row": true}])"),
            "x.json")
            .value(),
        "main");
    const Timeline timeline(run.value().trace);
    const Track* const row = test::rowCalled("f(3)", timeline);

    QVERIFY(row != nullptr);
    QVERIFY(test::stateAt(std::chrono::milliseconds(500), *row, timeline) == SegmentState::Unborn);
    QVERIFY(test::stateAt(std::chrono::seconds(2), *row, timeline) == SegmentState::Suspended);
    QVERIFY(test::stateAt(std::chrono::seconds(2), timeline.tracks()[0], timeline) ==
            SegmentState::InCall);
    QVERIFY(timeline.trace().at(row->doneEvent).word == Word::Returned);
}

void TestFormatExtensions::aRowChangesNothingElse()
{
    const auto body = [](const std::string& row) {
        return textOf(R"([{"await": {"call": "f", "args": [3]}, "into": "x")" + row +
                      R"(}, {"print": "$x"}])");
    };

    QCOMPARE(behaviourOf(body(R"(, "row": true)")), QStringLiteral("3 3"));
    QCOMPARE(pythonOf(body(R"(, "row": true)")), pythonOf(body("")));
    QCOMPARE(behaviourOf(body(R"(, "row": false)")), behaviourOf(body("")));
}

COROSCOPE_TEST(TestFormatExtensions)
#include "tst_format_extensions.moc"
