// SPDX-License-Identifier: MIT
#include "tests/fuzz/targets.h"

#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

#include "core/analysis/findings.h"
#include "core/analysis/metrics.h"
#include "core/replay/change.h"
#include "core/replay/replay.h"
#include "core/scenario/scenario.h"
#include "core/timeline/moment.h"
#include "core/timeline/resource_track.h"
#include "core/trace/chrome_reader.h"
#include "core/trace/chrome_writer.h"
#include "core/trace/json_lines_reader.h"
#include "core/trace/json_lines_writer.h"
#include "core/trace/trace_grammar.h"
#include "core/trace/trace_stream.h"

namespace coroscope::fuzz {
namespace {

void require(bool isTrue, const char* what)
{
    if (isTrue)
        return;
    std::cerr << "does not hold: " << what << '\n';
    std::abort();
}

void requireSound(const Trace& trace)
{
    TraceGrammar grammar;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        require(row == 0 || trace.timeAt(row - 1) <= event.time, "time goes on");
        require(grammar.take(event.kind, event.word, event.task) == TraceGrammar::Verdict::Possible,
                "each event is possible");
    }
}

using Write = void (*)(std::ostream&, const Trace&, const TraceHeader&);

std::string written(Write write, const TraceFile& file)
{
    std::ostringstream out;
    write(out, *file.trace, file.header);
    return out.str();
}

// Also what broken UTF-8 became.
void requireReadsBack(const TraceFile& file)
{
    const std::string lines = written(writeJsonLines, file);
    const auto again = readJsonLines(lines, "again");
    require(again && again.value().problems.empty(), "what is written can be read");
    require(written(writeJsonLines, again.value()) == lines, "lines are read back");
    const auto chrome = readChromeJson(written(writeChromeJson, again.value()), "chrome");
    require(chrome && chrome.value().problems.empty(), "what is written for Chrome can be read");
    require(written(writeJsonLines, chrome.value()) == lines, "Chrome's format is read back");
}

void replayWithEachChange(const std::shared_ptr<const Trace>& trace)
{
    constexpr std::uint32_t most = 64;  // events that are asked for changes
    replay::ReplayOptions options;
    options.maxEvents = 10'000;
    const auto program = replay::recordedProgram(trace);
    if (!program)
        return;
    requireSound(*replay::replay(program.value(), options).trace);
    for (std::uint32_t event = 0; event < trace->size() && event < most; ++event) {
        for (const replay::Change& change : replay::changesAt(*trace, event)) {
            replay::RecordedProgram changed = program.value();
            if (replay::apply(change, changed))
                requireSound(*replay::replay(changed, options).trace);
        }
    }
}

void derive(const std::shared_ptr<const Trace>& trace)
{
    const Timeline timeline(trace);
    static_cast<void>(metricsOf(timeline));
    static_cast<void>(taskMetricsOf(timeline));
    static_cast<void>(findingsOf(timeline));
    static_cast<void>(resourcesOf(*trace));
    replayWithEachChange(trace);
    static_cast<void>(rowNames(*trace));
    const MomentIndex moments(trace);
    static_cast<void>(moments.at(trace->size()));
    static_cast<void>(moments.at(trace->size() / 2));
}

void use(const Result<TraceFile>& file)
{
    if (!file)
        return;
    requireSound(*file.value().trace);
    requireReadsBack(file.value());
    derive(file.value().trace);
}

}  // namespace

void readTrace(std::string_view bytes)
{
    use(readJsonLines(bytes, "fuzz"));
    TraceStream stream;  // in two pieces, as it would grow
    static_cast<void>(stream.append(bytes.substr(0, bytes.size() / 2)));
    static_cast<void>(stream.append(bytes.substr(bytes.size() / 2)));
    static_cast<void>(stream.finish());
    requireSound(*stream.trace());
}

void readChrome(std::string_view bytes)
{
    use(readChromeJson(bytes, "fuzz"));
}

void readScenario(std::string_view bytes)
{
    static_cast<void>(scenario::readScenario(bytes, "fuzz"));
}

}  // namespace coroscope::fuzz
