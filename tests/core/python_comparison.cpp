// SPDX-License-Identifier: MIT
#include "tests/core/python_comparison.h"

#include "core/scenario/python/python_source.h"
#include "core/scenario/run.h"
#include "tests/core/version_rules.h"
#include "tests/support/run_log.h"

namespace coroscope::test {
namespace {

using scenario::ProgramInfo;
using scenario::Scenario;

constexpr std::size_t mostEvents = 100'000;

bool isAsync(const Scenario& scenario, const std::string& name)
{
    for (const ProgramInfo& program : scenario.programs()) {
        if (program.name == name)
            return program.isAsync;
    }
    return false;
}

Behaviour behaviourOf(const scenario::Run& run, bool isAsync)
{
    Behaviour behaviour;
    behaviour.log = logOf(*run.trace, isAsync ? LogOf::Tasks : LogOf::Program);
    behaviour.how = howOf(run);
    if (run.how == Word::Raised)
        behaviour.message = QString::fromStdString(run.outcome.text);
    behaviour.end = run.trace->lastTime().count();
    return behaviour;
}

}  // namespace

QString PythonComparison::add(const Scenario& scenario, const std::string& program)
{
    const auto source = scenario::printPython(scenario, program);
    if (!source && source.error().kind == Error::Kind::Unsupported)
        return {};
    if (!source)
        return QString::fromStdString(source.error().text());
    scenario::RunOptions options;
    options.maxEvents = mostEvents;
    const auto run = scenario::run(scenario, program, options);
    if (!run)
        return QString::fromStdString(run.error().text());
    if (run.value().how == Word::Interrupted)
        return QString::fromStdString(scenario.source() + ": " + run.value().outcome.text);
    m_names << QString::fromStdString(scenario.source() + ", " + program);
    m_sources << QString::fromStdString(source.value().text);
    m_expected.push_back(behaviourOf(run.value(), isAsync(scenario, program)));
    return {};
}

QString PythonComparison::addListed(const std::string& text, const std::string& source)
{
    const auto scenario = scenario::readScenario(text, source);
    if (!scenario)
        return QString::fromStdString(scenario.error().text() + '\n' + text);
    for (const ProgramInfo& program : scenario.value().programs()) {
        if (!program.isListed)
            continue;
        const QString error = add(scenario.value(), program.name);
        if (!error.isEmpty())
            return error;
    }
    return {};
}

QStringList PythonComparison::differences(PythonRunner& python)
{
    const auto actual = python.run(m_sources);
    if (!actual)
        return {QStringLiteral("the interpreter failed: ") + python.error()};
    QStringList found;
    for (qsizetype i = 0; i < size(); ++i) {
        const auto at = static_cast<std::size_t>(i);
        if ((*actual)[at] == m_expected[at])
            continue;
        if ((*actual)[at].how.startsWith(QLatin1String("unsupported"))) {
            allow({(*actual)[at].how});
            continue;
        }
        const QStringList rules = differingRules(m_sources[i], python.minorVersion());
        if (!rules.isEmpty()) {
            allow(rules);
            continue;
        }
        found << m_names[i] + QLatin1Char('\n') + m_sources[i] +
                     firstDifference(m_expected[at].lines(), (*actual)[at].lines());
    }
    return found;
}

void PythonComparison::allow(const QStringList& reasons)
{
    ++m_allowedCount;
    for (const QString& reason : reasons)
        ++m_allowed[reason];
}

}  // namespace coroscope::test
