// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace coroscope {

/// The first line of a trace file.
struct TraceHeader {
    std::string title;
    std::string source;  ///< the scenario's or program's name
    bool isVirtual = true;
    std::optional<std::int64_t> startUnixNs = {};  ///< when it ran; none for virtual time
    // Of a recorded process; empty for others.
    std::string python = {};  ///< the interpreter's version
    std::optional<std::int64_t> pid = {};
    std::vector<std::string> command = {};  ///< behind `python`
};

}  // namespace coroscope
