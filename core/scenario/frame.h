// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/scope.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

class Interpreter;

/// An index into Definition::statements.
using StatementId = Id<struct StatementTag>;

/// Where a function's body runs.
enum class Place : std::uint8_t {
    Coroutine,  ///< as a coroutine function, in a task
    Plain,      ///< as a plain function: `sleep` is time.sleep, `await` a call
    Thread,     ///< the same on a thread of an executor, beside the loop
};

/// The local variables of one call, and what its statements need to know of it.
class Frame {
public:
    /// `row`: see row(). `caller`: null for the first call of a task or thread; outlives this one.
    Frame(Interpreter& interpreter, const Scope& scope, Place place, TaskId row,
          const Frame* caller);

    [[nodiscard]] Interpreter& interpreter() const noexcept { return m_interpreter; }
    [[nodiscard]] Place place() const noexcept { return m_place; }
    [[nodiscard]] bool isPlain() const noexcept { return m_place != Place::Coroutine; }
    /// Throws PythonError (RuntimeError) on a thread, where no loop runs.
    void requireLoop() const;
    /// The row of the chart that prints and blocks: the task, or the call's own row.
    [[nodiscard]] TaskId row() const noexcept { return m_row; }
    /// The statement that is executed; none before the first one.
    [[nodiscard]] StatementId statement() const noexcept { return m_statement; }
    /// Says which statement is executed from now on, and tells the trace.
    void moveTo(StatementId statement);
    /// How many calls this one stands within.
    [[nodiscard]] int depth() const noexcept { return m_depth; }

    /// Throws PythonError (UnboundLocalError) for a variable that has no value yet.
    [[nodiscard]] const Value& get(Scope::Slot slot) const;
    void set(Scope::Slot slot, Value value) { m_values[slot] = std::move(value); }
    void unset(Scope::Slot slot) { m_values[slot].reset(); }

    /// The exception whose handler runs, here or in a caller; null if there is none.
    [[nodiscard]] std::exception_ptr handled() const;
    /// Says that `error` is being handled from now on; gives what was before, to be put back.
    std::exception_ptr exchangeHandled(std::exception_ptr error) noexcept
    {
        return std::exchange(m_handled, std::move(error));
    }

    Value returned;  ///< by the return statement

private:
    Interpreter& m_interpreter;
    const Scope& m_scope;
    const Place m_place;
    const TaskId m_row;
    const Frame* const m_caller;
    const int m_depth;
    StatementId m_statement;
    std::exception_ptr m_handled;
    std::vector<std::optional<Value>> m_values;
};

}  // namespace coroscope::scenario
