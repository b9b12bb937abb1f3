// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/builtin_scenarios.h"
#include "app/document/program_run.h"
#include "core/scenario/run.h"

namespace coroscope::test {

/// A program of a built-in scenario, really run: with its source, and who is where in it.
inline ProgramRunPtr reallyRun(const QString& scenarioName, const char* program,
                               const scenario::ParameterValues& parameters = {})
{
    const scenario::Scenario scenario = openScenario(scenarioName).value();
    scenario::RunOptions options;
    options.parameters = parameters;
    scenario::ProgramInfo info;
    info.name = program;
    return programRunOf(info, scenario::run(scenario, program, options).value());
}

inline ProgramRunPtr delivery(const char* program, const scenario::ParameterValues& parameters = {})
{
    return reallyRun(QStringLiteral("delivery"), program, parameters);
}

}  // namespace coroscope::test
