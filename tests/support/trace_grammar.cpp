// SPDX-License-Identifier: MIT
#include "tests/support/trace_grammar.h"

#include <algorithm>
#include <array>
#include <vector>

namespace coroscope::test {
namespace {

enum class State { Unborn, Ready, Running, Blocking, Suspended, Done };

// What may happen to a task in a state, and the state that it is in then.
struct Rule {
    State from;
    EventKind kind;
    State to;
};

constexpr std::array<Rule, 11> rules{{
    {State::Unborn, EventKind::Create, State::Ready},
    {State::Ready, EventKind::Resume, State::Running},
    {State::Running, EventKind::Print, State::Running},
    {State::Running, EventKind::Use, State::Running},
    {State::Running, EventKind::Suspend, State::Suspended},
    {State::Running, EventKind::Block, State::Blocking},
    {State::Blocking, EventKind::Unblock, State::Running},
    {State::Suspended, EventKind::Ready, State::Ready},
    {State::Running, EventKind::Done, State::Done},
    {State::Ready, EventKind::Cancel, State::Ready},
    {State::Suspended, EventKind::Cancel, State::Suspended},
}};

class Checker {
public:
    explicit Checker(const Trace& trace) : m_trace(trace), m_states(trace.taskCount()) {}

    // What is wrong with this event; empty if nothing is.
    QString take(const Event& event)
    {
        if (m_hasEnded)
            return QStringLiteral("it comes after the end");
        m_hasEnded = event.kind == EventKind::End;
        if (!event.task.isValid())
            return {};
        State& state = m_states[event.task.value];
        if (event.kind == EventKind::Cancel && state == State::Running)
            return {};  // a task cancels itself
        const auto* const rule = std::ranges::find_if(rules, [&](const Rule& candidate) {
            return candidate.from == state && candidate.kind == event.kind;
        });
        if (rule == rules.end())
            return QStringLiteral("not in state %1").arg(static_cast<int>(state));
        state = rule->to;
        if (state == State::Suspended && event.word == Word::Yield)
            state = State::Ready;
        return checkControl(event);
    }

private:
    QString checkControl(const Event& event)
    {
        if (m_trace.task(event.task).kind == TaskInfo::Kind::Call)
            return {};  // runs within main
        if (event.kind == EventKind::Resume && m_running.isValid())
            return QStringLiteral("task %1 is running").arg(m_running.value);
        if (event.kind == EventKind::Resume)
            m_running = event.task;
        if (event.kind == EventKind::Suspend || event.kind == EventKind::Done)
            m_running = {};
        return {};
    }

    const Trace& m_trace;
    std::vector<State> m_states;
    TaskId m_running;
    bool m_hasEnded = false;
};

}  // namespace

QString grammarError(const Trace& trace)
{
    Checker checker(trace);
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        QString error = checker.take(event);
        if (row > 0 && trace.timeAt(row - 1) > event.time)
            error = QStringLiteral("time decreases");
        if (!error.isEmpty())
            return QStringLiteral("event %1, %2 of task %3: %4\n")
                .arg(row)
                .arg(QLatin1String(wordOf(event.kind).data()))
                .arg(event.task.value)
                .arg(error);
    }
    return {};
}

}  // namespace coroscope::test
