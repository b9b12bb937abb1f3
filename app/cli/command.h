// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string_view>

#include "core/base/result.h"

namespace coroscope::cli {

/// What the process says to whoever started it.
enum ExitStatus : int {
    Success = 0,
    ProgramFailed = 1,  ///< the program that was run ended with an exception
    BadInput = 2,       ///< wrong usage, or a file that cannot be read or written
    Deadlock = 3,
};

/// One subcommand of `coroscope`.
struct Command {
    std::string_view name;
    std::string_view description;
    /// Declares its options on `app`; returns what runs it, once they are parsed.
    std::function<ExitStatus()> (*declare)(CLI::App& app);
};

[[nodiscard]] std::span<const Command> commands();

/// Writes the error's one line to standard error.
[[nodiscard]] ExitStatus fail(const Error& error);

// One function for each entry of commands().
std::function<ExitStatus()> declareExport(CLI::App& app);
std::function<ExitStatus()> declarePython(CLI::App& app);
std::function<ExitStatus()> declareRecord(CLI::App& app);
std::function<ExitStatus()> declareRun(CLI::App& app);
std::function<ExitStatus()> declareScenarios(CLI::App& app);
std::function<ExitStatus()> declareStats(CLI::App& app);

}  // namespace coroscope::cli
