// SPDX-License-Identifier: MIT
#include "tests/support/python_comparison.h"

#include <QTest>

#include "core/scenario/python/python_source.h"
#include "core/scenario/run.h"

namespace coroscope::test {
namespace {

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

}  // namespace

void PythonComparison::add(const scenario::Scenario& scenario, const std::string& program)
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

void PythonComparison::addAll(const std::string& text, const std::string& source)
{
    const auto scenario = scenario::readScenario(text, source);
    QVERIFY2(scenario.has_value(), scenario ? "" : scenario.error().text().c_str());
    for (const scenario::ProgramInfo& program : scenario.value().programs()) {
        if (program.isListed)
            add(scenario.value(), program.name);
    }
}

void PythonComparison::compare(PythonRunner& python) const
{
    const auto actual = python.run(m_sources);
    QVERIFY2(actual, qPrintable(python.error()));
    for (std::size_t i = 0; i < m_expected.size(); ++i) {
        const QString& source = m_sources[static_cast<qsizetype>(i)];
        const auto& [prints, how] = (*actual)[i];
        QVERIFY2((*actual)[i] == m_expected[i],
                 qPrintable(source + QStringLiteral("\nexpected %1: %2\nfound    %3: %4")
                                         .arg(m_expected[i].how,
                                              m_expected[i].prints.join(QStringLiteral(" | ")), how,
                                              prints.join(QStringLiteral(" | ")))));
    }
}

}  // namespace coroscope::test
