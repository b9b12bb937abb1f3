// SPDX-License-Identifier: MIT
#include <QTest>

#include "core/scenario/python/python_source.h"
#include "core/scenario/run.h"
#include "tests/support/random/broken_scenario.h"
#include "tests/support/test_registry.h"
#include "tests/support/trace_grammar.h"

using namespace coroscope;

namespace {

bool hasJobs(const Trace& trace)
{
    for (std::size_t id = 0; id < trace.taskCount(); ++id) {
        if (trace.task(TaskId{static_cast<std::uint32_t>(id)}).kind == TaskInfo::Kind::Job)
            return true;
    }
    return false;
}

}  // namespace

/// Random programs with errors: whatever they do, they end, and what cannot be read is said so.
/// COROSCOPE_BROKEN_PROGRAMS says how many, COROSCOPE_PARITY_SEED where they begin.
class TestBrokenScenarios : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areRefusedOrEnd()
    {
        bool isNumber = false;
        const int wanted = qEnvironmentVariableIntValue("COROSCOPE_BROKEN_PROGRAMS", &isNumber);
        const int count = isNumber ? wanted : 1500;
        const int first = qEnvironmentVariableIntValue("COROSCOPE_PARITY_SEED");
        for (int seed = first; seed < first + count; ++seed)
            check(static_cast<unsigned>(seed));
        qInfo("%d refused, %d programs run", m_refused, m_run);
        QVERIFY(m_refused > count / 10 && m_run > count / 10);
    }

private:
    void check(unsigned seed)
    {
        const std::string text = test::brokenScenario(seed);
        const auto scenario = scenario::readScenario(text, "broken");
        if (!scenario) {
            ++m_refused;
            QVERIFY2(!scenario.error().message.empty(), text.c_str());
            QVERIFY2(scenario.error().where.starts_with("broken:"), text.c_str());
            return;
        }
        for (const scenario::ProgramInfo& program : scenario.value().programs())
            runOne(scenario.value(), program.name, seed);
    }

    void runOne(const scenario::Scenario& scenario, const std::string& program, unsigned seed)
    {
        static_cast<void>(scenario::printPython(scenario, program));
        scenario::RunOptions options;
        options.maxEvents = 10'000;
        options.maxStatements = 20'000;
        const auto run = scenario::run(scenario, program, options);
        ++m_run;
        QVERIFY2(run, qPrintable(QString::number(seed)));
        // The grammar is that of one thread.
        if (run.value().how != Word::Interrupted && !hasJobs(*run.value().trace)) {
            const QString error = test::grammarError(*run.value().trace);
            QVERIFY2(error.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(seed).arg(error)));
        }
    }

    int m_refused = 0;
    int m_run = 0;
};

COROSCOPE_TEST(TestBrokenScenarios)
#include "tst_broken_scenarios.moc"
