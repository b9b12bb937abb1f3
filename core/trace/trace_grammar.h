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
    /// Takes an event that is possible now. Says why it is not; empty if it is.
    /// Precondition: a task's Create comes with the next id.
    std::string_view take(EventKind kind, Word word, TaskId task);

private:
    enum class State : std::uint8_t { Unborn, Ready, Running, Blocking, Suspended, Done };
    struct Rule;
    static const Rule* ruleFor(State from, EventKind kind);

    std::vector<State> m_states;  // by task
    bool m_hasEnded = false;
};

}  // namespace coroscope
