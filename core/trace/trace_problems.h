// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/trace/event.h"

namespace coroscope {

/// One kind of thing that is wrong in a trace file. Of all lines for which this holds, the first
/// one is told, and how many there are.
struct TraceProblem {
    enum class Kind : std::uint8_t {
        NotJson,        ///< the line is no JSON object
        CutOff,         ///< the last line is not whole: the file ends within it
        Time,           ///< no time, or one out of range
        GoesBackwards,  ///< earlier than the event before it
        Late,           ///< earlier than a watermark promised; shown at that time
        UnknownKind,    ///< an event that this version does not know
        NoTask,         ///< the event needs a task
        NeverCreated,   ///< an event of a task that was never created
        CreatedBefore,  ///< a second creation of one task
        AfterEnd,       ///< of the program
        AfterDone,      ///< of the task
        OutOfTurn,      ///< `event` is impossible in the state in which the task is
        Definition,     ///< a definition of the compact form without what it needs
        Undefined,      ///< a record refers to a definition that has not come
        Payload,        ///< packed records that are not base64, or cut off
        Unsupported,    ///< of Chrome's format: an event that is no part of a timeline
        Unopened,       ///< of Chrome's format: an end without a beginning
    };

    Kind kind = Kind::NotJson;
    std::optional<EventKind> event;  ///< of OutOfTurn
    std::size_t line = 0;            ///< of the first one, from 1
    std::size_t count = 0;

    friend bool operator==(const TraceProblem&, const TraceProblem&) = default;
};

/// What is wrong, in English: "time goes backwards".
[[nodiscard]] std::string problemText(const TraceProblem& problem);

/// The same with its place and number: "run.trace.jsonl:14: time goes backwards (and 3 more)".
[[nodiscard]] std::string problemText(const TraceProblem& problem, const std::string& source);

/// Collects what is wrong, kind by kind.
/// Cost  add() O(1); memory does not depend on how often it is called
class TraceProblems {
public:
    void add(TraceProblem::Kind kind, std::size_t line, std::optional<EventKind> event = {});

    /// In order of their first lines.
    [[nodiscard]] std::span<const TraceProblem> all() const noexcept { return m_all; }
    /// How many lines or records were left out.
    [[nodiscard]] std::size_t leftOut() const noexcept { return m_leftOut; }

private:
    std::vector<TraceProblem> m_all;
    std::size_t m_leftOut = 0;
};

}  // namespace coroscope
