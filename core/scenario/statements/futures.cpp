// SPDX-License-Identifier: MIT
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/exception_text.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

// The future that a variable holds; a task has no such method.
Future<Value>& futureIn(Frame& frame, const Awaitable& variable, const char* method)
{
    const Ref<FutureBase> future = variable.futureWith(method, frame);
    if (future->asTask() != nullptr) {
        throw PythonError("RuntimeError",
                          std::string("Task does not support ") + method + " operation");
    }
    return static_cast<Future<Value>&>(*future);
}

// What a future makes of an exception: StopIteration would end its waiter as if by a return.
std::exception_ptr forFuture(std::exception_ptr error)
{
    return describe(error).error == "StopIteration"
               ? std::make_exception_ptr(PythonError("RuntimeError", stopIterationInFuture))
               : error;
}

class SetResult final : public InstantStatement {
public:
    SetResult(Awaitable future, ExpressionPtr value)
        : m_future(std::move(future)),
          m_value(std::move(value))
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        Future<Value>& future = futureIn(frame, m_future, "set_result");
        future.setResult(m_value->evaluate(frame));
        return Flow::Next;
    }

private:
    const Awaitable m_future;
    const ExpressionPtr m_value;
};

class SetException final : public InstantStatement {
public:
    SetException(Awaitable future, ExceptionText exception)
        : m_future(std::move(future)),
          m_exception(std::move(exception))
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        Future<Value>& future = futureIn(frame, m_future, "set_exception");
        future.setException(forFuture(m_exception.make(frame)));
        return Flow::Next;
    }

private:
    const Awaitable m_future;
    const ExceptionText m_exception;
};

}  // namespace

StatementPtr readSetResult(const JsonNode& node, StatementReader& reader)
{
    Awaitable future(reader.object(node.at("set_result")));
    return std::make_unique<SetResult>(std::move(future), reader.value(node.at("value")));
}

StatementPtr readSetException(const JsonNode& node, StatementReader& reader)
{
    Awaitable future(reader.object(node.at("set_exception")));
    ExceptionText exception(node.at("type"), node.find("message"), reader);
    return std::make_unique<SetException>(std::move(future), std::move(exception));
}

}  // namespace coroscope::scenario
