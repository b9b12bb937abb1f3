// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/text_table.h"
#include "app/document/builtin_scenarios.h"
#include "app/language/language.h"

namespace coroscope::cli {
namespace {

ExitStatus listScenarios()
{
    TextTable table({{"name"}, {"title"}, {"programs"}});
    for (const QString& name : builtinScenarios()) {
        const auto opened = openScenario(name);
        if (!opened)
            return fail(opened.error());
        std::string programs;
        for (const scenario::ProgramInfo& program : opened.value().programs()) {
            if (program.isListed)
                programs += (programs.empty() ? "" : ", ") + program.name;
        }
        table.addRow(
            {name.toStdString(), localized(opened.value().title()).toStdString(), programs});
    }
    std::cout << table.text();
    return Success;
}

}  // namespace

std::function<ExitStatus()> declareScenarios(CLI::App&)
{
    return listScenarios;
}

}  // namespace coroscope::cli
