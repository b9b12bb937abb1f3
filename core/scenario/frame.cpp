// SPDX-License-Identifier: MIT
#include "core/scenario/frame.h"

#include "core/scenario/interpreter.h"
#include "core/scenario/python_error.h"

namespace coroscope::scenario {

Frame::Frame(Interpreter& interpreter, const Scope& scope, Place place, TaskId row,
             const Frame* caller)
    : m_interpreter(interpreter),
      m_scope(scope),
      m_place(place),
      m_row(row),
      m_caller(caller),
      m_depth(caller != nullptr ? caller->m_depth + 1 : 0),
      m_values(scope.variables().size())
{
    for (std::size_t slot = 0; slot < m_values.size(); ++slot) {
        const int global = scope.variables()[slot].global;
        if (global >= 0)
            m_values[slot] = interpreter.global(static_cast<std::size_t>(global));
    }
}

void Frame::moveTo(StatementId statement)
{
    m_statement = statement;
    m_interpreter.tellPlace(m_row, statement);
}

void Frame::requireLoop() const
{
    if (m_place == Place::Thread)
        throw PythonError("RuntimeError", "no running event loop");
}

const Value& Frame::get(Scope::Slot slot) const
{
    if (!m_values[slot]) {
        throw PythonError("UnboundLocalError", "cannot access local variable '" +
                                                   m_scope.variables()[slot].name +
                                                   "' where it is not associated with a value");
    }
    return *m_values[slot];
}

std::exception_ptr Frame::handled() const
{
    const Frame* frame = this;
    while (frame != nullptr && !frame->m_handled)
        frame = frame->m_caller;
    if (frame != nullptr)
        return frame->m_handled;
    return m_place == Place::Thread ? nullptr : m_interpreter.handled();
}

}  // namespace coroscope::scenario
