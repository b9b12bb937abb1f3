// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace coroscope {

/// The first line of a trace file.
struct TraceHeader {
    std::string title;
    std::string source;  ///< the scenario's or program's name
    bool isVirtual = true;
    std::optional<std::int64_t> startUnixNs;  ///< when it ran; none for virtual time
};

}  // namespace coroscope
