// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/trace/text_pool.h"

namespace coroscope {

/// An event of a file in Chrome's format, as far as a timeline needs it.
struct ChromeEvent {
    std::int64_t time = 0;  ///< nanoseconds, counted from anywhere
    std::int64_t length = 0;
    std::uint32_t number = 0;  ///< its place in the file, from 1
    std::uint32_t track = 0;
    std::uint32_t name = 0;             ///< into ChromeEvents::names
    std::uint32_t id = TextPool::none;  ///< into ChromeEvents::ids; category, process and id
    char phase = 0;                     ///< B, E, X, i, b, n, e, s, t, f, ...
};

/// All events of a file that are of interest, in its order, and the names of its tracks.
struct ChromeEvents {
    std::vector<ChromeEvent> events;
    TextPool names;
    TextPool ids;
    TextPool tracks;                                            ///< process and thread
    std::unordered_map<std::uint32_t, std::string> trackNames;  ///< of those that have any
};

}  // namespace coroscope
