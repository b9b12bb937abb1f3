// SPDX-License-Identifier: MIT
#include "core/runtime/executor.h"

#include "core/runtime/gather.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

Ref<Future<Value>> submit(const Call& call, Pool pool, Frame& frame)
{
    frame.requireLoop();
    Interpreter& interpreter = frame.interpreter();
    Invocation invocation = call.evaluate(frame);
    TaskNames names;
    names.label = invocation.label();
    Executor& executor =
        pool == Pool::Threads ? interpreter.threadPool() : interpreter.processPool();
    return executor.submit(interpreter.runInJob(std::move(invocation)), std::move(names));
}

class RunInExecutor final : public Statement {
public:
    RunInExecutor(Call call, std::optional<Scope::Slot> into)
        : m_call(std::move(call)),
          m_into(into)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        const Ref<Future<Value>> future = submit(m_call, Pool::Threads, frame);
        Value value = co_await future;
        if (m_into)
            frame.set(*m_into, std::move(value));
        co_return Flow::Next;
    }

private:
    const Call m_call;
    const std::optional<Scope::Slot> m_into;
};

// results = await asyncio.gather(*(loop.run_in_executor(pool, f, ...) for ...))
class GatherInPool final : public Statement {
public:
    GatherInPool(std::vector<Call> calls, Pool pool, Scope::Slot results)
        : m_calls(std::move(calls)),
          m_pool(pool),
          m_results(results)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        std::vector<Ref<FutureBase>> futures;
        for (const Call& call : m_calls)
            futures.emplace_back(submit(call, m_pool, frame));
        const Ref<Gathering> all = gather(frame.interpreter().loop(), std::move(futures));
        co_await all;
        Value::List results;
        for (const Ref<FutureBase>& future : all->children())
            results.push_back(resultOf(*future));
        frame.set(m_results, Value(std::move(results)));
        co_return Flow::Next;
    }

private:
    const std::vector<Call> m_calls;
    const Pool m_pool;
    const Scope::Slot m_results;
};

}  // namespace

StatementPtr makeGatherInPool(std::vector<Call> calls, Pool pool, Scope::Slot results)
{
    return std::make_unique<GatherInPool>(std::move(calls), pool, results);
}

StatementPtr readRunInExecutor(const JsonNode& node, StatementReader& reader)
{
    reader.requireAsync(node);
    const JsonNode callNode = node.at("run_in_executor");
    callNode.allowKeys({"call", "args"});
    Call call = reader.plainCall(callNode);
    return std::make_unique<RunInExecutor>(std::move(call), reader.into(node));
}

}  // namespace coroscope::scenario
