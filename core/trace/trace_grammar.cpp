// SPDX-License-Identifier: MIT
#include "core/trace/trace_grammar.h"

#include <algorithm>
#include <array>

namespace coroscope {

struct TraceGrammar::Rule {
    State from;
    EventKind kind;
    State to;
};

const TraceGrammar::Rule* TraceGrammar::ruleFor(State from, EventKind kind)
{
    static constexpr std::array table{
        Rule{State::Unborn, EventKind::Create, State::Ready},
        Rule{State::Ready, EventKind::Resume, State::Running},
        Rule{State::Ready, EventKind::Cancel, State::Ready},
        Rule{State::Ready, EventKind::Done, State::Done},  // cancelled before its first step
        Rule{State::Running, EventKind::Print, State::Running},
        Rule{State::Running, EventKind::Use, State::Running},
        Rule{State::Running, EventKind::Cancel, State::Running},
        Rule{State::Running, EventKind::Suspend, State::Suspended},
        Rule{State::Running, EventKind::Block, State::Blocking},
        Rule{State::Running, EventKind::Done, State::Done},
        Rule{State::Blocking, EventKind::Unblock, State::Running},
        Rule{State::Suspended, EventKind::Ready, State::Ready},
        Rule{State::Suspended, EventKind::Cancel, State::Suspended},
        Rule{State::Suspended, EventKind::Done, State::Done},
    };
    const auto* const found = std::ranges::find_if(
        table, [from, kind](const Rule& rule) { return rule.from == from && rule.kind == kind; });
    return found == table.end() ? nullptr : found;
}

std::string_view TraceGrammar::take(EventKind kind, Word word, TaskId task)
{
    if (m_hasEnded)
        return "comes after the end";
    m_hasEnded = kind == EventKind::End;
    if (!task.isValid())
        return {};
    if (task.value == m_states.size())
        m_states.push_back(State::Unborn);
    State& state = m_states[task.value];
    const Rule* const rule = ruleFor(state, kind);
    if (rule == nullptr)
        return state == State::Done ? "comes after the task is done"
                                    : "cannot come here: expected create, then ready, resume and "
                                      "suspend in turn";
    const bool isReadyAtOnce = kind == EventKind::Suspend && word == Word::Yield;
    state = isReadyAtOnce ? State::Ready : rule->to;
    return {};
}

}  // namespace coroscope
