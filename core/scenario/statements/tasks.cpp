// SPDX-License-Identifier: MIT
#include "core/scenario/statements/tasks.h"

#include "core/runtime/await.h"
#include "core/scenario/python_error.h"

namespace coroscope::scenario {

std::string FutureHandle::repr() const
{
    const std::string state = m_future->isCancelled() ? "cancelled"
                              : m_future->isDone()    ? "finished"
                                                      : "pending";
    return '<' + std::string(typeName()) + ' ' + state + '>';
}

std::string_view FutureHandle::typeName() const
{
    return m_future->asTask() != nullptr ? "Task" : "Future";
}

Awaitable::Awaitable(const JsonNode& node, StatementReader& reader)
{
    if (node.isObject()) {
        node.allowKeys({"call", "args"});
        m_call = reader.coroutineCall(node);
    } else {
        m_task = reader.scope().read(variableName(node), node);
    }
}

Ref<FutureBase> Awaitable::future(Frame& frame) const
{
    const Value& value = frame.get(m_task);
    if (const auto* handle = dynamic_cast<const FutureHandle*>(value.asHandle()))
        return handle->future();
    throw PythonError("TypeError", "object " + std::string(value.typeName()) +
                                       " can't be used in 'await' expression");
}

Ref<FutureBase> Awaitable::ensureFuture(Frame& frame) const
{
    return m_call ? startTask(*m_call, "", frame) : future(frame);
}

Ref<FutureBase> startTask(const Call& call, const std::string& name, Frame& frame)
{
    if (frame.isPlain())
        throw PythonError("RuntimeError", "no running event loop");
    Interpreter& interpreter = frame.interpreter();
    Invocation invocation = call.evaluate(frame);
    TaskNames names;
    names.name = name;
    names.label = invocation.label();
    return interpreter.loop().createTask(interpreter.runTask(std::move(invocation)),
                                         std::move(names));
}

Coroutine<Value> awaitFuture(Ref<FutureBase> future)
{
    const Ref<Future<Value>> typed(static_cast<Future<Value>*>(future.get()));
    co_return co_await typed;
}

Value resultOf(const FutureBase& future)
{
    return static_cast<const Future<Value>&>(future).result();
}

}  // namespace coroscope::scenario
