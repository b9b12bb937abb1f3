// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <iostream>
#include <string>

#include "app/cli/command.h"

namespace coroscope::cli {
namespace {

constexpr std::array<Command, 6> table{{
    {"scenarios", "List the built-in scenarios", declareScenarios},
    {"run", "Run a scenario's programs and compare them, or run one of them", declareRun},
    {"python", "Print one program of a scenario as Python that runs by itself", declarePython},
    {"record", "Run a Python program and record what its coroutines do", declareRecord},
    {"export", "Write a comparison as a picture, a table or a trace", declareExport},
    {"stats", "Tell how a recorded program did: metrics and findings of a trace", declareStats},
}};

// --help and --version go to standard output and succeed; what is wrong is one line.
int report(const CLI::ParseError& error, const CLI::App& app)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return app.exit(error, std::cout, std::cerr);
    std::string message = error.what();
    std::ranges::replace(message, '\n', ' ');
    std::cerr << "coroscope: " << message << "; see \"coroscope --help\"\n";
    return BadInput;
}

// Output that did not arrive is a failure, if there was no other one.
ExitStatus afterWriting(ExitStatus status)
{
    std::cout.flush();
    if (std::cout || status != Success)
        return status;
    return fail({Error::Kind::WriteFailed, "cannot write to it", "standard output"});
}

}  // namespace

std::span<const Command> commands()
{
    return table;
}

ExitStatus fail(const Error& error)
{
    std::cerr << "coroscope: " << error.text() << '\n';
    return BadInput;
}

bool isCommandLine(int argc, const char* const* argv)
{
    if (argc < 2)
        return false;
    const std::string_view first = argv[1];
    return first.starts_with('-') || std::ranges::count(table, first, &Command::name) > 0;
}

int runCommandLine(int argc, const char* const* argv)
{
    // A reader that goes away ("| head") is an error of writing; files are written all the same.
    std::signal(SIGPIPE, SIG_IGN);
    CLI::App app(
        "Shows how coroutines are scheduled. Without a subcommand: opens the window on "
        "the files that are named.",
        "coroscope");
    app.set_version_flag("--version", std::string("coroscope ") + COROSCOPE_VERSION);
    app.require_subcommand(1);
    std::function<ExitStatus()> chosen;
    for (const Command& command : table) {
        CLI::App* const subcommand =
            app.add_subcommand(std::string(command.name), std::string(command.description));
        subcommand->set_version_flag("--version", std::string("coroscope ") + COROSCOPE_VERSION);
        const std::function<ExitStatus()> run = command.declare(*subcommand);
        subcommand->parse_complete_callback([&chosen, run] { chosen = run; });
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return report(error, app);
    }
    return afterWriting(chosen());
}

}  // namespace coroscope::cli
