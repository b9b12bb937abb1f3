// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>
#include <memory>
#include <string>

#include "app/cli/command.h"
#include "app/cli/scenario_arguments.h"
#include "core/scenario/python/python_source.h"

namespace coroscope::cli {
namespace {

struct Arguments {
    ScenarioArguments scenario;
    std::string program;
};

ExitStatus printSource(const Arguments& arguments)
{
    const auto scenario = arguments.scenario.open();
    if (!scenario)
        return fail(scenario.error());
    const auto parameters = arguments.scenario.parameters();
    if (!parameters)
        return fail(parameters.error());
    const auto source =
        scenario::printPython(scenario.value(), arguments.program, parameters.value());
    if (!source)
        return fail(source.error());
    std::cout << source.value().text;
    return Success;
}

}  // namespace

std::function<ExitStatus()> declarePython(CLI::App& app)
{
    const auto arguments = std::make_shared<Arguments>();
    arguments->scenario.declare(app, "SCENARIO");
    app.add_option("PROGRAM", arguments->program, "The strategy or main that is printed")
        ->required();
    return [arguments] { return printSource(*arguments); };
}

}  // namespace coroscope::cli
