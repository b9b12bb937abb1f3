// SPDX-License-Identifier: MIT
#include "core/trace/trace_grammar.h"

#include <array>

namespace coroscope {
namespace {

using State = TraceGrammar::State;

struct Rule {
    State from;
    EventKind kind;
    State to;
};

constexpr std::array rules{
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
    Rule{State::Blocking, EventKind::Print, State::Blocking},  // while it computes
    Rule{State::Blocking, EventKind::Use, State::Blocking},
    Rule{State::Blocking, EventKind::Cancel, State::Blocking},
    Rule{State::Suspended, EventKind::Ready, State::Ready},
    Rule{State::Suspended, EventKind::Cancel, State::Suspended},
    Rule{State::Suspended, EventKind::Done, State::Done},
};

constexpr std::size_t stateCount = 6;
using NextStates = std::array<std::array<State, eventKindCount>, stateCount>;

// By state and kind; Unborn, to which nothing leads, where there is no rule.
constexpr NextStates nextStates = [] {
    NextStates next{};
    for (const Rule& rule : rules)
        next[static_cast<std::size_t>(rule.from)][static_cast<std::size_t>(rule.kind)] = rule.to;
    return next;
}();

}  // namespace

TraceGrammar::Verdict TraceGrammar::take(EventKind kind, Word word, TaskId task)
{
    if (m_hasEnded)
        return Verdict::AfterEnd;
    m_hasEnded = kind == EventKind::End;
    if (!task.isValid())
        return Verdict::Possible;
    const bool isNew = task.value >= m_states.size();
    const State from = isNew ? State::Unborn : m_states[task.value];
    const State to = nextStates[static_cast<std::size_t>(from)][static_cast<std::size_t>(kind)];
    if (to == State::Unborn)
        return from == State::Done ? Verdict::AfterDone : Verdict::OutOfTurn;
    if (isNew)
        m_states.push_back(to);
    const bool isReadyAtOnce = kind == EventKind::Suspend && word == Word::Yield;
    m_states[task.value] = isReadyAtOnce ? State::Ready : to;
    return Verdict::Possible;
}

}  // namespace coroscope
