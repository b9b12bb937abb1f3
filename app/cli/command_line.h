// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope::cli {

/// Whether these arguments are for the command line: a subcommand, or an option such as --help.
/// Otherwise they are files for the window.
[[nodiscard]] bool isCommandLine(int argc, const char* const* argv);

/// Runs the subcommand; returns the process's exit status.
[[nodiscard]] int runCommandLine(int argc, const char* const* argv);

}  // namespace coroscope::cli
