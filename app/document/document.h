// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

#include "app/document/run_worker.h"
#include "core/trace/trace_header.h"

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
    Runner runner;                           ///< for a trace it gives the trace
    QStringList problems;                    ///< of a trace that was not sound all through
    std::optional<TraceHeader> header = {};  ///< of a trace

    [[nodiscard]] ClockKind clock() const;
};

/// Gives the trace of a recording; called on the worker's thread.
using TraceSource = std::function<std::shared_ptr<const Trace>()>;

/// One program, `name`, that was or is being recorded into `file`. `script`: what it was run from;
/// shown beside the chart if it can be read.
[[nodiscard]] Document recordedDocument(const QString& name, const QString& file,
                                        const QString& script, bool isVirtual, TraceSource trace);

/// Opens a built-in scenario or a file: a scenario, or a trace of any format that loadTrace()
/// reads. What it is tells its content; only if that tells nothing, its name.
[[nodiscard]] Result<Document> openDocument(const QString& nameOrFile);

}  // namespace coroscope
