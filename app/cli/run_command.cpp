// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "app/cli/command.h"
#include "app/cli/scenario_arguments.h"
#include "app/cli/text_table.h"
#include "app/document/predicted_gains.h"
#include "app/export/whole_file.h"
#include "core/analysis/blocked_tasks.h"
#include "core/analysis/metrics.h"
#include "core/base/time_text.h"
#include "core/runtime/clock.h"
#include "core/trace/json_lines_writer.h"

namespace coroscope::cli {
namespace {

struct Arguments {
    ScenarioArguments scenario;
    std::string program;
    std::string traceFile;
    bool isRealtime = false;
    double speed = 1;
};

std::string speedUp(Ticks baseline, Ticks total)
{
    if (total == Ticks{})
        return baseline == Ticks{} ? "1.0×" : "–";
    std::ostringstream text;
    text.precision(1);
    text << std::fixed << toSeconds(baseline) / toSeconds(total) << "×";
    return text.str();
}

// The modules that Python names before those of its exceptions that are not built in.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> exceptionModules{{
    {"CancelledError", "asyncio.exceptions."},
    {"InvalidStateError", "asyncio.exceptions."},
    {"BrokenBarrierError", "asyncio.exceptions."},
    {"QueueEmpty", "asyncio.queues."},
    {"QueueFull", "asyncio.queues."},
}};

// As the last line of Python's traceback: "ValueError: no".
std::string exceptionText(const Outcome& outcome)
{
    std::string text;
    for (const auto& [name, module] : exceptionModules) {
        if (outcome.error == name)
            text = module;
    }
    return text + outcome.error + (outcome.text.empty() ? "" : ": " + outcome.text);
}

// How a program ended, where that is not well: "deadlock", "ValueError: no".
std::string endText(const scenario::Run& run)
{
    switch (run.how) {
    case Word::Ok: return {};
    case Word::Raised: return exceptionText(run.outcome);
    case Word::Interrupted: return "interrupted: " + run.outcome.text;
    default: return std::string(wordOf(run.how));
    }
}

// The gravest finding, and how many more there are.
std::string findingsText(const std::vector<Finding>& findings)
{
    if (findings.empty())
        return "none";
    const std::size_t more = findings.size() - 1;
    return findings.front().text + (more == 0 ? "" : " (and " + std::to_string(more) + " more)");
}

ExitStatus compare(const scenario::Scenario& scenario, const scenario::RunOptions& options)
{
    TextTable table({{"program"},
                     {"total", true},
                     {"speed-up", true},
                     {"loop busy", true},
                     {"mean turnaround", true},
                     {"findings"}});
    std::optional<Ticks> baseline;
    for (const scenario::ProgramInfo& program : scenario.programs()) {
        if (!program.isListed)
            continue;
        const auto run = scenario::run(scenario, program.name, options);
        if (!run)
            return fail(run.error());
        const Timeline timeline(run.value().trace);
        const Metrics metrics = metricsOf(timeline);
        if (!baseline)
            baseline = metrics.total;
        table.addRow({program.name, timeText(metrics.total).joined(),
                      speedUp(*baseline, metrics.total), percentText(metrics.busyShare()),
                      timeText(metrics.meanTurnaround).joined(),
                      findingsText(findingsWithGains(scenario, program.name, options, timeline))});
    }
    std::cout << table.text();
    return Success;
}

// What a program's end means for whoever ran it.
ExitStatus reportEnd(const scenario::Run& run)
{
    switch (run.how) {
    case Word::Ok: return Success;
    case Word::Deadlock:
        for (const BlockedTask& task : blockedTasks(*run.trace))
            std::cerr << waitText(*run.trace, task) << '\n';
        return Deadlock;
    default: std::cerr << endText(run) << '\n'; return ProgramFailed;
    }
}

Status writeTrace(const scenario::Scenario& scenario, const scenario::Run& run,
                  const Arguments& arguments)
{
    const TraceHeader header{scenario.title().in("en") + " · " + arguments.program,
                             scenario.source(), !arguments.isRealtime, std::nullopt};
    if (arguments.traceFile == "-") {
        writeJsonLines(std::cout, *run.trace, header);
        return success();
    }
    return writeWholeFile(QString::fromStdString(arguments.traceFile),
                          [&](std::ostream& out) { writeJsonLines(out, *run.trace, header); });
}

void summarize(const scenario::Run& run, const std::string& program)
{
    const Metrics metrics = metricsOf(Timeline(run.trace));
    std::cerr << program << ": " << timeText(metrics.total).joined() << ", loop busy "
              << percentText(metrics.busyShare()) << ", mean turnaround "
              << timeText(metrics.meanTurnaround).joined() << '\n';
}

ExitStatus runOne(const scenario::Scenario& scenario, scenario::RunOptions options,
                  const Arguments& arguments)
{
    std::unique_ptr<Clock> clock;
    if (arguments.isRealtime)
        clock = std::make_unique<SteadyClock>(arguments.speed);
    options.clock = clock.get();
    if (arguments.traceFile != "-")
        options.onPrint = [](const std::string& text) { std::cout << text << '\n' << std::flush; };
    const auto run = scenario::run(scenario, arguments.program, options);
    if (!run)
        return fail(run.error());
    if (!arguments.traceFile.empty()) {
        const Status written = writeTrace(scenario, run.value(), arguments);
        if (!written)
            return fail(written.error());
    }
    summarize(run.value(), arguments.program);
    return reportEnd(run.value());
}

ExitStatus runScenario(const Arguments& arguments)
{
    const auto scenario = arguments.scenario.open();
    if (!scenario)
        return fail(scenario.error());
    auto parameters = arguments.scenario.parameters();
    if (!parameters)
        return fail(parameters.error());
    scenario::RunOptions options;
    options.parameters = std::move(parameters).value();
    if (!arguments.program.empty())
        return runOne(scenario.value(), std::move(options), arguments);
    if (!arguments.traceFile.empty() || arguments.isRealtime)
        return fail({Error::Kind::Usage, "--trace and --realtime need a PROGRAM", "run"});
    return compare(scenario.value(), options);
}

}  // namespace

std::function<ExitStatus()> declareRun(CLI::App& app)
{
    const auto arguments = std::make_shared<Arguments>();
    arguments->scenario.declare(app, "SCENARIO");
    app.add_option("PROGRAM", arguments->program,
                   "Run only this one, and print exactly what it prints");
    app.add_option("--trace", arguments->traceFile,
                   "Also write the trace; \"-\": to standard output in place of the text")
        ->type_name("FILE");
    CLI::Option* const realtime =
        app.add_flag("--realtime", arguments->isRealtime, "Run against the steady clock");
    app.add_option("--speed", arguments->speed, "How many times as fast as real time")
        ->type_name("X")
        ->check(CLI::Range(0.001, 1e6))
        ->needs(realtime);
    return [arguments] { return runScenario(*arguments); };
}

}  // namespace coroscope::cli
