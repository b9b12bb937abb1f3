// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/scenario/scope.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

class Interpreter;

/// The local variables of one call, and what its statements need to know of it.
class Frame {
public:
    Frame(Interpreter& interpreter, const Scope& scope, bool isPlain, TaskId row, int depth);

    [[nodiscard]] Interpreter& interpreter() const noexcept { return m_interpreter; }
    /// A plain function: `sleep` is time.sleep, `await` a call.
    [[nodiscard]] bool isPlain() const noexcept { return m_isPlain; }
    /// The row of the chart that prints and blocks: the task, or the call's own row.
    [[nodiscard]] TaskId row() const noexcept { return m_row; }
    /// How many calls this one stands within.
    [[nodiscard]] int depth() const noexcept { return m_depth; }

    /// Throws PythonError (UnboundLocalError) for a variable that has no value yet.
    [[nodiscard]] const Value& get(Scope::Slot slot) const;
    void set(Scope::Slot slot, Value value) { m_values[slot] = std::move(value); }

    Value returned;  ///< by the return statement

private:
    Interpreter& m_interpreter;
    const Scope& m_scope;
    const bool m_isPlain;
    const TaskId m_row;
    const int m_depth;
    std::vector<std::optional<Value>> m_values;
};

}  // namespace coroscope::scenario
