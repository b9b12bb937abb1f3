// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/trace/event.h"

namespace coroscope {

/// What a task can do next. Follows the events of one trace, so that a reader keeps out those that
/// no scheduler could have made.
class TraceGrammar {
public:
    enum class State : std::uint8_t { Unborn, Ready, Running, Blocking, Suspended, Done };
    enum class Verdict : std::uint8_t { Possible, OutOfTurn, AfterDone, AfterEnd };

    /// Takes an event if it is possible now; otherwise nothing changes.
    /// Precondition: a task's Create comes with the next id.
    Verdict take(EventKind kind, Word word, TaskId task);

    /// Precondition: the task was created.
    [[nodiscard]] State stateOf(TaskId task) const { return m_states[task.value]; }

private:
    std::vector<State> m_states;  // by task
    bool m_hasEnded = false;
};

}  // namespace coroscope
