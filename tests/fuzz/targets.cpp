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
#include "tests/fuzz/peak_memory.h"

namespace coroscope::fuzz {
namespace {

void require(bool isTrue, const char* what)
{
    if (isTrue)
        return;
    std::cerr << "does not hold: " << what << '\n';
    std::abort();
}

// What reading n bytes may cost in memory: so much at once, and so much for each byte.
struct Allowance {
    std::size_t fixed = 0;
    std::size_t perByte = 0;
};

constexpr Allowance forTrace{256 * 1024, 64};
constexpr Allowance forDerived{64 * 1024, 64};
constexpr Allowance forScenario{64 * 1024, 64};

void requireInProportion(const PeakMemory& memory, std::size_t size, const Allowance& allowance)
{
    require(memory.bytes() <= allowance.fixed + allowance.perByte * size,
            "memory is in proportion to the file's size");
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

void derive(const std::shared_ptr<const Trace>& trace, std::size_t size)
{
    replayWithEachChange(trace);
    const PeakMemory memory;
    const Timeline timeline(trace);
    static_cast<void>(metricsOf(timeline));
    static_cast<void>(taskMetricsOf(timeline));
    static_cast<void>(findingsOf(timeline));
    static_cast<void>(resourcesOf(*trace));
    static_cast<void>(rowNames(*trace));
    const MomentIndex moments(trace);
    static_cast<void>(moments.at(trace->size()));
    static_cast<void>(moments.at(trace->size() / 2));
    requireInProportion(memory, size, forDerived);
}

void use(const Result<TraceFile>& file, std::size_t size)
{
    if (!file)
        return;
    requireSound(*file.value().trace);
    requireReadsBack(file.value());
    derive(file.value().trace, size);
}

}  // namespace

void readTrace(std::string_view bytes)
{
    const PeakMemory memory;
    const auto file = readJsonLines(bytes, "fuzz");
    requireInProportion(memory, bytes.size(), forTrace);
    use(file, bytes.size());
    TraceStream stream;  // in two pieces, as it would grow
    static_cast<void>(stream.append(bytes.substr(0, bytes.size() / 2)));
    static_cast<void>(stream.append(bytes.substr(bytes.size() / 2)));
    static_cast<void>(stream.finish());
    requireSound(*stream.trace());
}

void readChrome(std::string_view bytes)
{
    const PeakMemory memory;
    const auto file = readChromeJson(bytes, "fuzz");
    requireInProportion(memory, bytes.size(), forTrace);
    use(file, bytes.size());
}

void readScenario(std::string_view bytes)
{
    const PeakMemory memory;
    static_cast<void>(scenario::readScenario(bytes, "fuzz"));
    requireInProportion(memory, bytes.size(), forScenario);
}

}  // namespace coroscope::fuzz
