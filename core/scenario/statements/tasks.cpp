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

Ref<FutureBase> Awaitable::futureWith(const char* method, Frame& frame) const
{
    const Value& value = frame.get(m_task);
    if (const auto* handle = dynamic_cast<const FutureHandle*>(value.asHandle()))
        return handle->future();
    throw PythonError("AttributeError", "'" + std::string(value.typeName()) +
                                            "' object has no attribute '" + method + "'");
}

// A coroutine that was not started yet, or any value.
class PreparedAwaitable {
public:
    PreparedAwaitable(const Awaitable& awaitable, Frame& frame)
    {
        if (const Call* const call = awaitable.call())
            m_coroutine = call->evaluate(frame);
        else
            m_value = frame.get(awaitable.m_task);
    }

    [[nodiscard]] Ref<FutureBase> ensureFuture(Frame& frame)
    {
        if (m_coroutine)
            return startTask(*std::move(m_coroutine), "", frame);
        if (const auto* handle = dynamic_cast<const FutureHandle*>(m_value.asHandle()))
            return handle->future();
        throw PythonError("TypeError",
                          "An asyncio.Future, a coroutine or an awaitable is required");
    }

    /// None for a coroutine.
    [[nodiscard]] const Value& value() const noexcept { return m_value; }

    // It will not be awaited.
    void drop(Frame& frame) const
    {
        if (m_coroutine)
            frame.interpreter().warnNeverAwaited(*m_coroutine, frame.row());
    }

private:
    std::optional<Invocation> m_coroutine;
    Value m_value;
};

Ref<FutureBase> Awaitable::ensureFuture(Frame& frame) const
{
    return PreparedAwaitable(*this, frame).ensureFuture(frame);
}

std::vector<Ref<FutureBase>> ensureFutures(const std::vector<Awaitable>& awaitables, Frame& frame)
{
    std::vector<PreparedAwaitable> prepared;
    try {
        for (const Awaitable& awaitable : awaitables)
            prepared.emplace_back(awaitable, frame);
    } catch (const PythonError&) {
        for (auto dropped = prepared.rbegin(); dropped != prepared.rend(); ++dropped)
            dropped->drop(frame);
        throw;
    }
    std::vector<Ref<FutureBase>> futures;
    for (PreparedAwaitable& awaitable : prepared) {
        requireHashable(awaitable.value());
        futures.push_back(awaitable.ensureFuture(frame));
    }
    return futures;
}

void requireHashable(const Value& value)
{
    if (value.asList() != nullptr)
        throw PythonError("TypeError", std::string("unhashable type: 'list'"));
}

Ref<FutureBase> startTask(Invocation invocation, const std::string& name, Frame& frame,
                          TaskGroup* group)
{
    if (frame.isPlain())
        throw PythonError("RuntimeError", "no running event loop");
    Interpreter& interpreter = frame.interpreter();
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
    co_return co_await futureOfValue(future);
}

Value resultOf(const FutureBase& future)
{
    return static_cast<const Future<Value>&>(future).result();
}

}  // namespace coroscope::scenario
