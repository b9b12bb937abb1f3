// SPDX-License-Identifier: MIT
#include <QJsonObject>
#include <QTest>

#include "core/scenario/run.h"
#include "tests/support/golden.h"
#include "tests/support/run_log.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

/// Random programs, event for event as CPython 3.13 ran them.
class TestGolden : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAsCPythonDoes_data() { test::addGoldenRows(); }
    void runsAsCPythonDoes();
    void canBeCutOffAnywhere_data() { test::addGoldenRows(); }
    void canBeCutOffAnywhere();
};

void TestGolden::runsAsCPythonDoes()
{
    QFETCH(QByteArray, scenario);
    QFETCH(QJsonObject, expected);
    const auto program = scenario::readScenario(scenario.toStdString(), "golden");
    QVERIFY2(program,
             program ? "" : (program.error().where + ": " + program.error().message).c_str());

    const auto run = scenario::run(program.value(), "main");

    QVERIFY(run);
    const QString difference =
        test::firstDifference(test::logOf(*run.value().trace, test::LogOf::Golden),
                        expected[QStringLiteral("log")].toString().split(QLatin1Char('\n')));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    QCOMPARE(test::howOf(run.value()), expected[QStringLiteral("outcome")].toString());
    QCOMPARE(run.value().trace->lastTime().count() / 1000,
             expected[QStringLiteral("end_us")].toInteger());
}

// Whatever the programs are doing then is freed: the leak sanitizer sees what is not.
void TestGolden::canBeCutOffAnywhere()
{
    QFETCH(QByteArray, scenario);
    const auto program = scenario::readScenario(scenario.toStdString(), "golden");
    scenario::RunOptions options;
    const auto whole = scenario::run(program.value(), "main");

    for (const std::size_t part : {3, 2}) {
        options.maxEvents = whole.value().trace->size() / part;
        const auto run = scenario::run(program.value(), "main", options);
        QVERIFY(run.value().how == Word::Interrupted || run.value().how == whole.value().how);
    }
}

COROSCOPE_TEST(TestGolden)
#include "tst_golden.moc"
