// SPDX-License-Identifier: MIT
#include <QDir>
#include <QTest>

#include "core/scenario/scenario.h"
#include "tests/core/python_comparison.h"
#include "tests/core/python_samples.h"
#include "tests/support/python_runner.h"
#include "tests/support/random/random_scenario.h"
#include "tests/support/test_registry.h"

using namespace coroscope;

namespace {

constexpr unsigned randomPrograms = 200;

}  // namespace

/// The Python that is printed, as CPython runs it.
class TestPythonRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_python.isThere())
            QSKIP("no CPython of version 3.11 or later on this machine");
    }

    void printsWhatTheRuntimePrints()
    {
        test::PythonComparison comparison;
        for (const auto& [name, text] : test::samplePrograms())
            QCOMPARE(comparison.addListed(text, name), QString());

        QVERIFY(comparison.size() > 0);
        compare(comparison);
    }

    void printsWhatLessonsPrint()
    {
        test::PythonComparison comparison;
        const QDir folder(QStringLiteral(SCENARIOS));
        for (const QString& name : folder.entryList({QStringLiteral("*.scenario.json")})) {
            const auto lesson = scenario::loadScenario(folder.filePath(name).toStdString());
            QVERIFY2(lesson, lesson ? "" : lesson.error().text().c_str());
            for (const scenario::ProgramInfo& program : lesson.value().programs())
                QCOMPARE(comparison.add(lesson.value(), program.name), QString());
        }
        QVERIFY(comparison.size() > 0);
        compare(comparison);
    }

    void printsWhatRandomProgramsPrint()
    {
        test::PythonComparison comparison;
        for (unsigned seed = 0; comparison.size() < randomPrograms; ++seed) {
            QCOMPARE(comparison.addListed(test::randomScenario(seed + 1'000'000),
                                          "random " + std::to_string(seed)),
                     QString());
        }
        compare(comparison);
    }

private:
    void compare(test::PythonComparison& comparison)
    {
        const QStringList differences = comparison.differences(m_python);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
    }

    test::PythonRunner m_python{QStringLiteral(TEST_DATA_DIR "/python/run_virtually.py")};
};

COROSCOPE_TEST(TestPythonRuns)
#include "tst_python_runs.moc"
