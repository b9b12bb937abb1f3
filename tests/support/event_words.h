// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/trace/trace.h"

namespace coroscope::test {

/// The events of a trace, a line each, short: "5 suspend 0 sleep". Details are not told.
[[nodiscard]] inline std::string eventWords(const Trace& trace)
{
    std::string text;
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        text += std::to_string(event.time.count()) + ' ' + std::string(wordOf(event.kind));
        if (event.task.isValid())
            text += ' ' + std::to_string(event.task.value);
        if (event.word != Word::None)
            text += ' ' + std::string(wordOf(event.word));
        text += '\n';
    }
    return text;
}

}  // namespace coroscope::test
