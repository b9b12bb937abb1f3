// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include "core/trace/trace.h"

namespace coroscope {

/// The first line of a trace file.
struct TraceHeader {
    std::string title;
    std::string source;  ///< the scenario's or program's name
    bool isVirtual = true;
    std::optional<std::int64_t> startUnixNs;  ///< when it ran; none for virtual time
};

/// Writes a trace as JSON Lines, one event a line, in the
/// plain, sorted form. The stream's state tells whether all of it was written.
void writeJsonLines(std::ostream& out, const Trace& trace, const TraceHeader& header);

}  // namespace coroscope
