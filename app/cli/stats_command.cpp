// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "app/cli/command.h"
#include "app/cli/stats_json.h"
#include "app/cli/text_table.h"
#include "core/base/time_text.h"

namespace coroscope::cli {
namespace {

struct Arguments {
    std::string file;
    bool isJson = false;
};

constexpr std::size_t mostTasks = 30;

std::string time(Ticks ticks)
{
    return timeText(ticks).joined();
}

// As `coroscope run` has it.
void printProgram(const TraceFile& file, const Metrics& metrics)
{
    TextTable table({{"program"},
                     {"total", true},
                     {"loop busy", true},
                     {"mean turnaround", true},
                     {"finished", true},
                     {"tasks", true},
                     {"events", true}});
    const std::string& title = file.header.title;
    table.addRow({title.empty() ? file.header.source : title, time(metrics.total),
                  percentText(metrics.busyShare()),
                  time(metrics.meanTurnaround), std::to_string(metrics.finished),
                  std::to_string(file.trace->taskCount()), std::to_string(file.trace->size())});
    std::cout << table.text();
}

void printFindings(const std::vector<Finding>& findings)
{
    std::cout << "\nfindings\n";
    for (const Finding& finding : findings)
        std::cout << finding.text << '\n';
    if (findings.empty())
        std::cout << "none\n";
}

// Those that took longest, longest first.
void printTasks(const Timeline& timeline)
{
    std::vector<TaskMetrics> tasks = taskMetricsOf(timeline);
    std::ranges::stable_sort(tasks, std::ranges::greater(), &TaskMetrics::turnaround);
    const std::vector<std::string> names = rowNames(timeline.trace());
    TextTable table({{"task"},
                     {"waits", true},
                     {"awaits", true},
                     {"runs", true},
                     {"blocks", true},
                     {"latency", true},
                     {"total", true}});
    for (std::size_t i = 0; i < std::min(tasks.size(), mostTasks); ++i) {
        const TaskMetrics& task = tasks[i];
        table.addRow({names[task.task.value], time(task.waiting),
                      time(task.suspended + task.inCall), time(task.running), time(task.blocking),
                      time(task.ready), task.isDone ? time(task.turnaround) : "–"});
    }
    std::cout << '\n' << table.text();
    if (tasks.size() > mostTasks)
        std::cout << "and " << tasks.size() - mostTasks << " more\n";
}

void warn(const TraceFile& file, const std::string& source)
{
    for (const TraceProblem& problem : file.problems)
        std::cerr << "coroscope: " << problemText(problem, source) << '\n';
    if (file.lost > 0)
        std::cerr << "coroscope: " << source << ": the recorder lost " << file.lost << " events\n";
}

ExitStatus printStats(const Arguments& arguments)
{
    const auto file = loadTrace(arguments.file);
    if (!file)
        return fail(file.error());
    const Timeline timeline(file.value().trace);
    const std::vector<Finding> findings = findingsOf(timeline);
    if (arguments.isJson) {
        std::cout << statsJson(file.value(), timeline, findings).toStdString();
        return Success;
    }
    warn(file.value(), arguments.file);
    printProgram(file.value(), metricsOf(timeline));
    printFindings(findings);
    printTasks(timeline);
    return Success;
}

constexpr const char* jsonHelp =
    "With --json, one object; times are integers, in nanoseconds; null where nothing is known:\n"
    "  title, source, events, lost (events that the recorder dropped)\n"
    "  problems: list of {line, count, text}, of each kind of problem the first line\n"
    "  metrics:  {total, busy, busy_share, mean_turnaround, finished}\n"
    "  findings: list of {kind, text, task, at: [file, line, function], t, cost, gain,\n"
    "            affected: list of {task, delay}}, the gravest first\n"
    "  tasks:    list of {task, name, label, kind, done, waiting, ready, running, blocking,\n"
    "            suspended, in_call, turnaround, resumes, mean_latency, worst_latency}";

}  // namespace

std::function<ExitStatus()> declareStats(CLI::App& app)
{
    const auto arguments = std::make_shared<Arguments>();
    app.add_option("FILE", arguments->file, "A trace: JSON Lines, a recording, or Chrome's format")
        ->required();
    app.add_flag("--json", arguments->isJson, "For programs; see below");
    app.footer(jsonHelp);
    return [arguments] { return printStats(*arguments); };
}

}  // namespace coroscope::cli
