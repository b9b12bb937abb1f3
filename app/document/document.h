// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "app/document/run_worker.h"
#include "app/document/what_if.h"
#include "core/trace/trace_file.h"

namespace coroscope {

/// Whose time is shown.
enum class ClockKind : std::uint8_t {
    Simulated,  ///< of our own runtime
    Virtual,    ///< of a program that ran on a virtual clock
    Real,
};

/// Something to show: a scenario, or a trace as a scenario of one program, which has run already.
struct Document {
    scenario::Scenario scenario;
    Runner runner;                            ///< for a trace it gives the trace
    std::vector<TraceProblem> problems = {};  ///< of a trace that was not sound all through
    std::uint64_t lost = 0;                   ///< events that a recorder had to drop
    std::optional<TraceHeader> header = {};   ///< of a trace
    std::shared_ptr<WhatIfs> whatIfs = {};    ///< of a trace, whose runner runs them, too

    [[nodiscard]] ClockKind clock() const;
};

/// Gives the trace of a recording; called on the worker's thread.
using TraceSource = std::function<std::shared_ptr<const Trace>()>;

/// One program, `name`, that was or is being recorded into `file`. header.source: what it was run
/// from; shown beside the chart if it can be read.
[[nodiscard]] Document recordedDocument(const QString& name, const QString& file,
                                        const TraceHeader& header, TraceSource trace);

/// Opens a built-in scenario or a file: a scenario, or a trace of any format that loadTrace()
/// reads. What it is tells its content; only if that tells nothing, its name.
/// `progress`: see loadTrace(). Any thread.
[[nodiscard]] Result<Document> openDocument(const QString& nameOrFile,
                                            const LoadProgress& progress = {});

/// Whether a file holds a trace.
[[nodiscard]] bool isTraceFile(const QString& path);

}  // namespace coroscope
