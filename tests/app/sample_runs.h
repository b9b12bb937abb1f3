// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "app/document/program_run.h"
#include "tests/support/sample_traces.h"

namespace coroscope::test {

inline ProgramRunPtr runOf(const char* name, std::shared_ptr<const Trace> trace)
{
    auto run = std::make_shared<ProgramRun>();
    run->name = QString::fromUtf8(name);
    for (const std::string& row : rowNames(*trace))
        run->rows.push_back(QString::fromStdString(row));
    run->resources = resourcesOf(*trace);
    run->held = heldSpans(*trace, std::chrono::milliseconds(20));
    run->timeline = std::make_shared<const Timeline>(std::move(trace));
    run->facts = factsOf(*run->timeline);
    return run;
}

inline ProgramRunPtr syncRun(const char* name = "sync")
{
    return runOf(name, syncDelivery());
}

inline ProgramRunPtr gatherRun(const char* name = "gather")
{
    return runOf(name, gatherDelivery());
}

/// Writes traces for tests, one call a line. Tasks are added in order; times are whole seconds.
class TraceBuilder {
public:
    TaskId task(const char* label, TaskInfo::Kind kind = TaskInfo::Kind::Task)
    {
        const TaskId parent = m_trace->taskCount() == 0 ? TaskId{} : TaskId{0};
        const TaskId id = m_trace->addTask({"", label, parent, kind, {}});
        m_trace->append(m_trace->lastTime(), EventKind::Create, Word::None, id);
        return id;
    }
    void at(int seconds, EventKind kind, Word word = Word::None, TaskId task = {},
            std::uint32_t detail = Event::none)
    {
        m_trace->append(std::chrono::seconds(seconds), kind, word, task, detail);
    }
    void print(int seconds, TaskId task, const char* text)
    {
        at(seconds, EventKind::Print, Word::Stdout, task, m_trace->addText(text));
    }
    void done(int seconds, TaskId task, const char* value = "None")
    {
        at(seconds, EventKind::Done, Word::Returned, task, m_trace->addOutcome({value, ""}));
    }
    void end(int seconds, Word how = Word::Ok, const Outcome& outcome = {})
    {
        at(seconds, EventKind::End, how, {}, m_trace->addOutcome(outcome));
    }
    [[nodiscard]] Trace& trace() { return *m_trace; }
    [[nodiscard]] ProgramRunPtr run(const char* name) const { return runOf(name, m_trace); }

private:
    std::shared_ptr<Trace> m_trace = std::make_shared<Trace>();
};

}  // namespace coroscope::test
