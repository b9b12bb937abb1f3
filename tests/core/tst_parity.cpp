// SPDX-License-Identifier: MIT
#include <QTest>

#include "tests/core/python_comparison.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr int scenariosAtOnce = 250;
constexpr qsizetype mostShown = 10;

int numberIn(const char* variable, int standard)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber ? number : standard;
}

}  // namespace

/// Random programs, step for step as the CPython on this machine runs their printed Python.
/// COROSCOPE_PARITY_PROGRAMS says how many, COROSCOPE_PARITY_SEED where they begin.
class TestParity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_python.isThere())
            QSKIP("no CPython of version 3.11 or later on this machine");
    }

    void runsAsCPythonDoes()
    {
        const int count = numberIn("COROSCOPE_PARITY_PROGRAMS", 350);
        const int first = numberIn("COROSCOPE_PARITY_SEED", 0);
        for (int seed = first; seed < first + count; seed += scenariosAtOnce)
            compare(seed, std::min(seed + scenariosAtOnce, first + count));

        report();
        QCOMPARE(m_differences.size(), 0);
        if (m_python.minorVersion() == 13)
            QCOMPARE(m_allowedCount, 0);
    }

private:
    // Seeds [begin, end).
    void compare(int begin, int end)
    {
        test::PythonComparison comparison;
        for (int seed = begin; seed < end; ++seed) {
            const QString error =
                comparison.addListed(test::randomScenario(static_cast<unsigned>(seed)),
                                     "random " + std::to_string(seed));
            if (!error.isEmpty())
                m_differences << error;
        }
        m_differences << comparison.differences(m_python);
        m_programs += comparison.size();
        m_allowedCount += comparison.allowedCount();
        for (const auto& [rule, times] : comparison.allowed().toStdMap())
            m_allowed[rule] += times;
    }

    void report() const
    {
        qInfo("%lld programs compared with CPython 3.%d, %d of them differ by rules:",
              static_cast<long long>(m_programs), m_python.minorVersion(), m_allowedCount);
        for (const auto& [rule, times] : m_allowed.toStdMap())
            qInfo("%d touch %s", times, qPrintable(rule));
        for (const QString& difference : m_differences.mid(0, mostShown))
            qWarning("%s", qPrintable(difference));
    }

    qsizetype m_programs = 0;
    QStringList m_differences;
    int m_allowedCount = 0;
    QMap<QString, int> m_allowed;
    test::PythonRunner m_python{QStringLiteral(TEST_DATA_DIR "/python/run_virtually.py")};
};

COROSCOPE_TEST(TestParity)
#include "tst_parity.moc"
