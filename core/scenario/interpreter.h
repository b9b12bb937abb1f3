// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/runtime/event_loop.h"
#include "core/runtime/executor.h"
#include "core/scenario/definition.h"
#include "core/scenario/run.h"

namespace coroscope::scenario {

/// The run was ended from outside. Thrown through all statements; no scenario can catch it.
struct Interrupted {};

/// What an interruption says when a program goes on for longer than a trace can tell.
inline constexpr const char* outOfTime = "it went on for more than 104 days";

/// Runs a program's statements in an event loop. Lives as long as the run.
class Interpreter {
public:
    /// `sites`: of Definition::statements in the loop's trace; empty when nobody knows them.
    Interpreter(EventLoop& loop, const Definition& definition, const Program& program,
                const RunOptions& options, std::vector<SiteId> sites);
    Interpreter(const Interpreter&) = delete;
    Interpreter& operator=(const Interpreter&) = delete;
    ~Interpreter();

    [[nodiscard]] EventLoop& loop() const noexcept { return m_loop; }
    /// The value of a parameter or an object, by its place in the definition: parameters first.
    [[nodiscard]] const Value& global(std::size_t index) const { return m_globals[index]; }
    [[nodiscard]] const Function& function(const Invocation& call) const
    {
        return m_definition.functions[call.function()];
    }

    /// The program's main.
    [[nodiscard]] Coroutine<Value> runMain();

    /// Runs a function's body in the current task, called from `caller`.
    [[nodiscard]] Coroutine<Value> call(Invocation invocation, const Frame& caller);
    /// The same in a row of its own.
    [[nodiscard]] Coroutine<Value> callInRow(Invocation invocation, const Frame& caller,
                                             TaskId row);
    /// The row of `rows[index]` of the program.
    [[nodiscard]] TaskId row(std::size_t index) const { return m_rows[index]; }
    /// A new row for a call that `parent` is about to make.
    [[nodiscard]] TaskId addRow(const Invocation& invocation, TaskId parent);
    /// Runs a coroutine function's body as the task that it is the first of.
    [[nodiscard]] Coroutine<Value> runTask(Invocation invocation);
    /// Runs a plain function's body as the job that it is the first of.
    [[nodiscard]] Coroutine<Value> runInJob(Invocation invocation);

    /// The exception that is being handled around all tasks: asyncio.run cleans up behind main in
    /// the handling of what main raised, and a bare `raise` sees that. Null: none.
    [[nodiscard]] const std::exception_ptr& handled() const noexcept { return m_handled; }
    void setHandled(std::exception_ptr error) noexcept { m_handled = std::move(error); }

    /// The pools behind run_in_executor, made when they are first asked for.
    [[nodiscard]] Executor& threadPool();
    [[nodiscard]] Executor& processPool();
    /// Waits until all jobs have ended, as asyncio.run does at its end.
    [[nodiscard]] LoopEnd shutDownExecutors();

    /// The event that comes next begins a stretch as long as `length` says.
    void noteLength(const Value& length);
    [[nodiscard]] std::vector<ParameterUse> takeParameterUses();

    /// From the next event on, `row` executes `statement`.
    void tellPlace(TaskId row, StatementId statement);

    void print(TaskId row, const std::string& text);
    /// What Python writes to stderr when a coroutine is dropped that was called and not awaited.
    void warnNeverAwaited(const Invocation& coroutine, TaskId row);

    /// Seconds since main started.
    [[nodiscard]] double elapsed() const { return toSeconds(m_loop.now() - m_start); }

    /// A text of `size` bytes is made, or copied. Errors: PythonError (MemoryError) when it is too
    /// much in all.
    void countText(std::size_t size)
    {
        constexpr std::size_t little = 100;  // other limits are reached before
        if (size > little)
            countLongText(size);
    }

    /// Before each statement: throws Interrupted when the run is to end.
    void checkpoint();
    /// Why the run was ended; empty if it was not.
    [[nodiscard]] const std::string& interruption() const noexcept { return m_interruption; }

private:
    void countLongText(std::size_t size);
    void announceRows(Frame& frame);
    [[nodiscard]] Coroutine<Value> runBody(Invocation invocation, Place place, TaskId row,
                                           const Frame* caller);

    EventLoop& m_loop;
    const Definition& m_definition;
    const Program& m_program;
    const RunOptions& m_options;
    std::vector<Value> m_globals;
    const std::vector<SiteId> m_sites;  // beside m_definition.statements, or empty
    std::vector<TaskId> m_rows;
    std::vector<ParameterUse> m_parameterUses;
    std::optional<Executor> m_threadPool;
    std::optional<Executor> m_processPool;
    Ticks m_start{};
    std::exception_ptr m_handled;
    std::string m_interruption;
    std::uint64_t m_statements = 0;
    std::size_t m_textSize = 0;
};

}  // namespace coroscope::scenario
