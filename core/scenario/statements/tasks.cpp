// SPDX-License-Identifier: MIT
#include "core/scenario/statements/tasks.h"

#include "core/runtime/await.h"
#include "core/scenario/python_error.h"

namespace coroscope::scenario {

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

Ref<FutureBase> startTask(const Call& call, const std::string& name, Frame& frame, TaskGroup* group)
{
    if (frame.isPlain())
        throw PythonError("RuntimeError", "no running event loop");
    Interpreter& interpreter = frame.interpreter();
    Invocation invocation = call.evaluate(frame);
    TaskNames names;
    names.name = name;
    names.label = invocation.label();
    Coroutine<Value> body = interpreter.runTask(std::move(invocation));
    if (group != nullptr)
        return group->createTask(std::move(body), std::move(names));
    return interpreter.loop().createTask(std::move(body), std::move(names));
}

Ref<Future<Value>> futureOfValue(const Ref<FutureBase>& future)
{
    return static_cast<Future<Value>*>(future.get());
}

Coroutine<Value> awaitFuture(Ref<FutureBase> future)
{
    const EventLoop& loop = future->loop();
    if (future->asTask() != nullptr && future->asTask() == loop.currentTask()) {
        co_await yield();
        throw PythonError("RuntimeError",
                          "Task cannot await on itself: " + FutureHandle(future).repr());
    }
    co_return co_await futureOfValue(future);
}

Value resultOf(const FutureBase& future)
{
    return static_cast<const Future<Value>&>(future).result();
}

}  // namespace coroscope::scenario
