// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/document/predicted_gains.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

class TestPredictedGains : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areFoundOutByRunning_data();
    void areFoundOutByRunning();
};

void TestPredictedGains::areFoundOutByRunning_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain calls, awaited in turn")
        << QByteArray(R"([{"await": {"call": "naps", "args": [3]}},
                          {"await": {"call": "naps", "args": [4]}}])")
        << "awaited one after the other: gather would save 3 s";
    QTest::newRow("tasks, awaited in turn")
        << QByteArray(R"([{"create_task": {"call": "naps", "args": [3]}, "into": "t"},
            {"await": "$t"}, {"create_task": {"call": "naps", "args": [4]}, "into": "t"},
            {"await": "$t"}])")
        << "awaited one after the other: gather would save 3 s";
    QTest::newRow("tasks that need one lock: gather would save nothing")
        << QByteArray(R"([{"create_task": {"call": "locks", "args": [3]}, "into": "t"},
            {"await": "$t"}, {"create_task": {"call": "locks", "args": [4]}, "into": "t"},
            {"await": "$t"}])")
        << "";
    QTest::newRow("a blocking call")
        << QByteArray(R"([{"gather": [{"call": "blocks", "args": [3]},
                                      {"call": "naps", "args": [4]}]}])")
        << "blocks(3) blocks the loop for 3.00 s and holds up naps(4): "
           "run_in_executor would save 3 s";
    QTest::newRow("nothing") << QByteArray(R"([{"sleep": 1}])") << "";
    QTest::newRow("a program that fails")
        << QByteArray(R"([{"await": {"call": "naps", "args": [3]}},
            {"await": {"call": "naps", "args": [4]}}, {"raise": "ValueError"}])")
        << "ValueError";
}

void TestPredictedGains::areFoundOutByRunning()
{
    QFETCH(QByteArray, body);
    const QByteArray text = R"({"coroscope_scenario": 1, "functions": [
        {"name": "naps", "params": ["d"], "body": [{"sleep": "$d"}]},
        {"name": "locks", "params": ["d"], "body": [{"with": "$a", "body": [{"sleep": "$d"}]}]},
        {"name": "blocks", "params": ["d"], "body": [{"block": "$d"}]}],
        "objects": {"a": {"type": "lock"}}, "mains": [{"name": "main", "body": )" +
                            body + "}]}";
    const auto read = scenario::readScenario(text.toStdString(), "test");
    const auto run = scenario::run(read.value(), "main");
    const Timeline timeline(run.value().trace);

    QStringList texts;
    for (const Finding& finding : findingsWithGains(read.value(), "main", {}, timeline))
        texts << QString::fromStdString(finding.text);

    QTEST(texts.join(QStringLiteral("; ")), "expected");
}

COROSCOPE_TEST(TestPredictedGains)
#include "tst_predicted_gains.moc"
