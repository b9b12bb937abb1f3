// SPDX-License-Identifier: MIT
#include <QTest>
#include <array>

#include "tests/core/python_samples.h"
#include "tests/support/python_comparison.h"
#include "tests/support/random_scenario.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using coroscope::test::PythonComparison;

namespace {

constexpr unsigned randomPrograms = 200;

// Those of one thread: the clock of a test knows no others.
constexpr std::array<const char*, 6> deliveryPrograms{"sync",        "sequential", "gather",
                                                      "create_task", "task_group", "as_completed"};

}  // namespace

class TestPythonRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_python.isThere())
            QSKIP("no CPython of version 3.11 or later on this machine");
    }

    void printsWhatTheRuntimePrints_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto& [name, text] : test::samplePrograms())
            QTest::newRow(name) << QString::fromStdString(text);
    }
    void printsWhatTheRuntimePrints()
    {
        QFETCH(QString, text);
        PythonComparison comparison;
        comparison.addAll(text.toStdString(), "test");

        QCOMPARE(comparison.size(), std::size_t{1});
        comparison.compare(m_python);
    }

    void printsWhatTheDeliveryPrints()
    {
        const auto scenario = scenario::loadScenario(DELIVERY_SCENARIO);
        QVERIFY(scenario.has_value());
        PythonComparison comparison;
        for (const char* const program : deliveryPrograms)
            comparison.add(scenario.value(), program);

        QCOMPARE(comparison.size(), deliveryPrograms.size());
        comparison.compare(m_python);
    }

    void printsWhatRandomProgramsPrint()
    {
        PythonComparison comparison;
        for (unsigned seed = 0; seed < randomPrograms; ++seed)
            comparison.addAll(test::randomScenario(seed), "random " + std::to_string(seed));

        QCOMPARE(comparison.size(), std::size_t{randomPrograms});
        comparison.compare(m_python);
    }

    void printsWhatRandomStrategiesPrint()
    {
        PythonComparison comparison;
        for (unsigned seed = 0; seed < randomPrograms / 4; ++seed)
            comparison.addAll(test::randomStrategies(seed), "random " + std::to_string(seed));

        // Under sync those that create tasks have no Python.
        QVERIFY(comparison.size() > randomPrograms);
        comparison.compare(m_python);
    }

private:
    test::PythonRunner m_python{QStringLiteral(TEST_DATA_DIR "/python/run_virtually.py")};
};

COROSCOPE_TEST(TestPythonRuns)
#include "tst_python_runs.moc"
