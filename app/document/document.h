// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "app/document/run_worker.h"

namespace coroscope {

/// Something to show: a scenario, or a trace as a scenario of one program, which has run already.
struct Document {
    scenario::Scenario scenario;
    Runner runner;         ///< for a trace it gives the trace
    QStringList problems;  ///< of a trace that was not sound all through
};

/// Opens a built-in scenario or a file: a trace if its name ends with .jsonl, else a scenario.
[[nodiscard]] Result<Document> openDocument(const QString& nameOrFile);

}  // namespace coroscope
