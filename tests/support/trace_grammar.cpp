// SPDX-License-Identifier: MIT
#include "tests/support/trace_grammar.h"

#include "core/trace/trace_grammar.h"

namespace coroscope::test {
namespace {

// One thread of control: of tasks, jobs aside, only one is between its resume and its suspension.
class Control {
public:
    explicit Control(const Trace& trace) : m_trace(trace) {}

    // What is wrong with this event; empty if nothing is.
    QString take(const Event& event)
    {
        if (!event.task.isValid() || m_trace.task(event.task).kind == TaskInfo::Kind::Call)
            return {};  // a call runs within main
        if (event.kind == EventKind::Resume && m_running.isValid())
            return QStringLiteral("task %1 is running").arg(m_running.value);
        if (event.kind == EventKind::Resume)
            m_running = event.task;
        if (event.kind == EventKind::Suspend || event.kind == EventKind::Done)
            m_running = {};
        return {};
    }

private:
    const Trace& m_trace;
    TaskId m_running;
};

}  // namespace

QString grammarError(const Trace& trace)
{
    TraceGrammar grammar;
    Control control(trace);
    for (std::size_t row = 0; row < trace.size(); ++row) {
        const Event event = trace.at(row);
        QString error = control.take(event);
        if (grammar.take(event.kind, event.word, event.task) != TraceGrammar::Verdict::Possible)
            error = QStringLiteral("it cannot come here");
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
