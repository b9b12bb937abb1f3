// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/document/document.h"
#include "core/base/result.h"
#include "core/scenario/run.h"

namespace coroscope::cli {

/// What every subcommand that runs a scenario takes: which one, and `--set NAME=VALUE`.
class ScenarioArguments {
public:
    void declare(CLI::App& app, const std::string& name);

    /// As it was given.
    [[nodiscard]] const std::string& source() const noexcept { return m_source; }
    [[nodiscard]] Result<scenario::Scenario> open() const;
    /// The same where a trace will do, too.
    [[nodiscard]] Result<Document> openDocument() const;
    /// Errors: not NAME=VALUE, or a value that is no number.
    [[nodiscard]] Result<scenario::ParameterValues> parameters() const;

private:
    std::string m_source;
    std::vector<std::string> m_assignments;
};

}  // namespace coroscope::cli
