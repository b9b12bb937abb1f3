// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope {

/// Something that is wrong with a program, and where.
struct Finding {
    enum class Kind : std::uint8_t {
        Deadlock,      ///< nothing could ever wake anybody
        Exception,     ///< main ended with one
        BlockingCall,  ///< a coroutine held the loop while others could have run
    };

    Kind kind = Kind::BlockingCall;
    std::uint32_t event = 0;  ///< where to look, in the trace
    Ticks cost{};             ///< how long the others were held up; zero where that has no meaning
    std::string text;         ///< a few plain English words
};

/// All findings of a program, the gravest kind first, within a kind the costliest.
/// Cost  O(segments · (blocking calls + 1))
[[nodiscard]] std::vector<Finding> findingsOf(const Timeline& timeline);

}  // namespace coroscope
