// SPDX-License-Identifier: MIT
#include <QFile>
#include <QTest>

#include "core/scenario/fix.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using scenario::Fix;

namespace {

scenario::Scenario readMain(const QByteArray& body)
{
    const QByteArray text = R"({"coroscope_scenario": 1, "functions": [
        {"name": "naps", "params": ["d"], "body": [{"sleep": "$d"}, {"return": "$d"}]},
        {"name": "locks", "params": ["d"], "body": [{"with": "$a", "body": [{"sleep": "$d"}]}]},
        {"name": "blocks", "params": ["d"], "body": [{"block": "$d"}]},
        {"name": "both", "params": [], "body": [{"await": {"call": "naps", "args": [2]}},
            {"await": {"call": "naps", "args": [3]}}]}],
        "objects": {"a": {"type": "lock"}},
        "mains": [{"name": "plain", "async": false, "body": [{"block": 1}]},
            {"name": "main", "body": )" +
                            body + "}]}";
    return scenario::readScenario(text.toStdString(), "test").value();
}

// In seconds; "none" if there is nothing to fix.
QString gain(const scenario::Scenario& program, const char* name, Fix fix)
{
    const Ticks total = scenario::run(program, name).value().trace->lastTime();
    const auto gain = scenario::predictedGain(program, name, fix, {}, total);
    return gain ? QString::number(toSeconds(*gain)) : QStringLiteral("none");
}

}  // namespace

class TestFix : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTriedByRunning_data();
    void isTriedByRunning();
    void gathersWhatAStrategyAwaitsInTurn();
    void leavesPlainProgramsAlone();
    void heedsTheParameters();
};

void TestFix::isTriedByRunning_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Fix>("fix");
    QTest::addColumn<QString>("expected");

    const auto gather = [](const char* name, const QByteArray& body, const char* expected) {
        QTest::newRow(name) << body << Fix::GatherAwaits << QString::fromLatin1(expected);
    };
    const auto unblock = [](const char* name, const QByteArray& body, const char* expected) {
        QTest::newRow(name) << body << Fix::UnblockLoop << QString::fromLatin1(expected);
    };
    gather("calls", R"([{"await": {"call": "naps", "args": [5]}},
        {"await": {"call": "naps", "args": [3]}}, {"await": {"call": "naps", "args": [4]}}])",
           "7");
    gather("calls with results",
           R"([{"await": {"call": "naps", "args": [5]}, "into": "x"},
        {"await": {"call": "naps", "args": [3]}, "into": "y"}, {"print": "{x} {y}"}])",
           "3");
    gather("tasks", R"([{"create_task": {"call": "naps", "args": [3]}, "into": "t"},
        {"await": "$t"}, {"create_task": {"call": "naps", "args": [1]}, "into": "t"},
        {"await": "$t"}])",
           "1");
    gather("within a function, within a loop",
           R"([{"repeat": 2, "body": [{"await": {"call": "both"}}]}])", "4");
    gather("the next needs the result",
           R"([{"await": {"call": "naps", "args": [5]}, "into": "x"},
        {"await": {"call": "naps", "args": ["$x"]}}])",
           "0");
    gather("the third needs the first",
           R"([{"await": {"call": "naps", "args": [5]}, "into": "x"},
        {"await": {"call": "naps", "args": [2]}},
        {"await": {"call": "naps", "args": ["$x"]}}])",
           "2");
    gather("something happens between",
           R"([{"await": {"call": "naps", "args": [5]}}, {"print": "x"},
        {"await": {"call": "naps", "args": [2]}}])",
           "0");
    gather("they share a lock: nothing is gained",
           R"([{"await": {"call": "locks", "args": [5]}},
        {"await": {"call": "locks", "args": [3]}}])",
           "0");
    gather("they block: nothing is gained",
           R"([{"await": {"call": "blocks", "args": [5]}},
        {"await": {"call": "blocks", "args": [3]}}])",
           "0");
    unblock("a call beside a sleep",
            R"([{"gather": [{"call": "blocks", "args": [3]}, {"call": "naps", "args": [4]}]}])",
            "3");
    unblock("calls side by side",
            R"([{"gather": [{"call": "blocks", "args": [3]}, {"call": "blocks", "args": [4]}]}])",
            "3");
    unblock("in main", R"([{"create_task": {"call": "naps", "args": [2]}, "into": "t"},
        {"yield": true}, {"block": 3}, {"await": "$t"}])",
            "0");
    unblock("nothing of the kind in main or what it calls",
            R"([{"gather": [{"call": "naps", "args": [3]}]}])", "0");
}

void TestFix::isTriedByRunning()
{
    QFETCH(QByteArray, body);
    QFETCH(Fix, fix);

    QTEST(gain(readMain(body), "main", fix), "expected");
}

void TestFix::gathersWhatAStrategyAwaitsInTurn()
{
    const auto delivery = scenario::loadScenario(DELIVERY_SCENARIO);
    QVERIFY(delivery);

    QCOMPARE(gain(delivery.value(), "sequential", Fix::GatherAwaits), QStringLiteral("7"));
    QCOMPARE(gain(delivery.value(), "gather", Fix::GatherAwaits), QStringLiteral("none"));
    QCOMPARE(gain(delivery.value(), "gather", Fix::UnblockLoop), QStringLiteral("none"));
}

void TestFix::leavesPlainProgramsAlone()
{
    QCOMPARE(gain(readMain("[]"), "plain", Fix::UnblockLoop), QStringLiteral("none"));
    QVERIFY(!scenario::fixed(readMain("[]"), "nobody", Fix::UnblockLoop));
}

void TestFix::heedsTheParameters()
{
    const auto delivery = scenario::loadScenario(DELIVERY_SCENARIO).value();
    scenario::RunOptions options;
    options.parameters[delivery.parameters()[0].name] = 1.0;
    const Ticks total = scenario::run(delivery, "sequential", options).value().trace->lastTime();

    const auto gain =
        scenario::predictedGain(delivery, "sequential", Fix::GatherAwaits, options, total);

    QCOMPARE(total, Ticks(std::chrono::seconds(8)));
    QCOMPARE(gain, std::optional(Ticks(std::chrono::seconds(4))));
}

COROSCOPE_TEST(TestFix)
#include "tst_fix.moc"
