// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

#include "core/analysis/findings.h"
#include "core/analysis/metrics.h"
#include "core/trace/trace_file.h"

namespace coroscope::cli {

/// Metrics and findings of a trace as one JSON object in UTF-8, indented; times are integers, in
/// nanoseconds; null where nothing is known. The keys are told by `coroscope stats --help`.
[[nodiscard]] QByteArray statsJson(const TraceFile& file, const Timeline& timeline,
                                   const std::vector<Finding>& findings);

}  // namespace coroscope::cli
