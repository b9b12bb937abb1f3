// SPDX-License-Identifier: MIT
#include <QTest>
#include <array>

#include "core/scenario/python/python_source.h"
#include "core/scenario/run.h"
#include "tests/core/python_samples.h"
#include "tests/support/python_runner.h"
#include "tests/support/random_scenario.h"
#include "tests/support/test_registry.h"

using namespace coroscope;
using coroscope::scenario::ProgramInfo;
using coroscope::scenario::Scenario;
using coroscope::test::Behaviour;

namespace {

constexpr unsigned randomPrograms = 200;

// Those of one thread: the clock of a test knows no others.
constexpr std::array<const char*, 6> deliveryPrograms{"sync",        "sequential", "gather",
                                                      "create_task", "task_group", "as_completed"};

QString howOf(const scenario::Run& run)
{
    switch (run.how) {
    case Word::Ok: return QStringLiteral("ok");
    case Word::Deadlock: return QStringLiteral("deadlock");
    default: return QString::fromStdString(run.outcome.error);
    }
}

Behaviour behaviourOf(const scenario::Run& run)
{
    Behaviour behaviour;
    behaviour.how = howOf(run);
    for (std::size_t i = 0; i < run.trace->size(); ++i) {
        const Event event = run.trace->at(i);
        if (event.kind == EventKind::Print && event.word == Word::Stdout) {
            behaviour.prints << QString::number(event.time.count()) + QLatin1Char(' ') +
                                    QString::fromStdString(run.trace->text(event));
        }
    }
    return behaviour;
}

// Programs in both forms, to be run in one go.
class Comparison {
public:
    // Programs that cannot be written in Python are passed over.
    void add(const Scenario& scenario, const std::string& program)
    {
        const auto source = scenario::printPython(scenario, program);
        if (!source && source.error().kind == Error::Kind::Unsupported)
            return;
        QVERIFY2(source.has_value(), source ? "" : source.error().text().c_str());
        const auto run = scenario::run(scenario, program);
        QVERIFY2(run.has_value(), run ? "" : run.error().text().c_str());
        m_sources << QString::fromStdString(source.value().text);
        m_expected.push_back(behaviourOf(run.value()));
    }

    void addAll(const std::string& text, const std::string& source)
    {
        const auto scenario = scenario::readScenario(text, source);
        QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().text().c_str());
        for (const ProgramInfo& program : scenario.value().programs()) {
            if (program.isListed)
                add(scenario.value(), program.name);
        }
    }

    void compare(test::PythonRunner& python) const
    {
        const auto actual = python.run(m_sources);
        QVERIFY2(actual, qPrintable(python.error()));
        for (std::size_t i = 0; i < m_expected.size(); ++i) {
            const QString& source = m_sources[static_cast<qsizetype>(i)];
            const auto& [prints, how] = (*actual)[i];
            QVERIFY2((*actual)[i] == m_expected[i],
                     qPrintable(source + QStringLiteral("\nexpected %1: %2\nfound    %3: %4")
                                             .arg(m_expected[i].how,
                                                  m_expected[i].prints.join(QStringLiteral(" | ")),
                                                  how, prints.join(QStringLiteral(" | ")))));
        }
    }

    [[nodiscard]] std::size_t size() const { return m_expected.size(); }

private:
    QStringList m_sources;
    std::vector<Behaviour> m_expected;
};

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
        Comparison comparison;
        comparison.addAll(text.toStdString(), "test");

        QCOMPARE(comparison.size(), std::size_t{1});
        comparison.compare(m_python);
    }

    void printsWhatTheDeliveryPrints()
    {
        const auto scenario = scenario::loadScenario(DELIVERY_SCENARIO);
        QVERIFY(scenario.has_value());
        Comparison comparison;
        for (const char* const program : deliveryPrograms)
            comparison.add(scenario.value(), program);

        QCOMPARE(comparison.size(), deliveryPrograms.size());
        comparison.compare(m_python);
    }

    void printsWhatRandomProgramsPrint()
    {
        Comparison comparison;
        for (unsigned seed = 0; seed < randomPrograms; ++seed)
            comparison.addAll(test::randomScenario(seed), "random " + std::to_string(seed));

        QCOMPARE(comparison.size(), std::size_t{randomPrograms});
        comparison.compare(m_python);
    }

    void printsWhatRandomStrategiesPrint()
    {
        Comparison comparison;
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
