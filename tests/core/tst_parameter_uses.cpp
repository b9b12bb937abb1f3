// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using namespace coroscope::scenario;

namespace {

// Programs over two parameters, a and b, whose main has this body.
Run runOf(const std::string& body)
{
    const std::string text = R"json({"coroscope_scenario": 1,
        "parameters": [{"name": "a", "value": 3}, {"name": "b", "value": 2}],
        "functions": [
            {"name": "nap", "params": ["who", "x"], "body": [{"sleep": "$x"}]},
            {"name": "outer", "params": ["y"], "body": [
                {"let": "z", "be": "$y"}, {"await": {"call": "nap", "args": ["", "$z"]}}]},
            {"name": "job", "async": false, "params": ["x"], "body": [{"block": "$x"}]}],
        "mains": [{"name": "main", "body": )json" +
                             body + "}]}";
    const auto scenario = readScenario(text, "x.json");
    if (!scenario)
        qFatal("%s", scenario.error().text().c_str());
    return run(scenario.value(), "main").value();
}

}  // namespace

class TestParameterUses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStretchKnowsItsParameter_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("uses");  // "2b": 2 s of parameter b
        QTest::newRow("sleep") << QByteArray(R"([{"sleep": "$a"}])") << QByteArray("3a");
        QTest::newRow("block") << QByteArray(R"([{"block": "$b"}])") << QByteArray("2b");
        QTest::newRow("work") << QByteArray(R"([{"work": "$b"}])") << QByteArray("2b");
        QTest::newRow("constant") << QByteArray(R"([{"sleep": 1}])") << QByteArray("");
        QTest::newRow("as an argument")
            << QByteArray(R"([{"await": {"call": "nap", "args": ["A", "$b"]}}])")
            << QByteArray("2b");
        QTest::newRow("through a call and a variable")
            << QByteArray(R"([{"await": {"call": "outer", "args": ["$a"]}}])") << QByteArray("3a");
        QTest::newRow("one for each call")
            << QByteArray(R"([{"gather": [{"call": "nap", "args": ["A", "$a"]},
                                          {"call": "nap", "args": ["B", 9]},
                                          {"call": "nap", "args": ["C", "$b"]}]}])")
            << QByteArray("3a 2b");
        QTest::newRow("in a job")
            << QByteArray(R"([{"run_in_executor": {"call": "job", "args": ["$b"]}}])")
            << QByteArray("2b");
    }

    void eachStretchKnowsItsParameter()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, uses);
        const Run run = runOf(body.toStdString());
        QByteArrayList found;
        for (const ParameterUse& use : run.parameterUses) {
            const Event begin = run.trace->at(use.event);
            Ticks length{};
            for (std::size_t i = use.event + 1; i < run.trace->size() && length == Ticks{}; ++i) {
                const Event end = run.trace->at(i);
                if (end.task == begin.task)
                    length = end.time - begin.time;
            }
            found << QByteArray::number(qRound(toSeconds(length))) + "ab"[use.parameter];
        }
        QCOMPARE(found.join(' '), uses);
    }
};

COROSCOPE_TEST(TestParameterUses)
#include "tst_parameter_uses.moc"
