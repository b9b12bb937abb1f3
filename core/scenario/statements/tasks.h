// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/runtime/future.h"
#include "core/runtime/task_group.h"
#include "core/scenario/call.h"
#include "core/scenario/future_handle.h"
#include "core/scenario/interpreter.h"
#include "core/scenario/statement_reader.h"

namespace coroscope::scenario {

/// A call, or a variable that holds a task or future.
class Awaitable {
public:
    /// Reads `{"call": ...}` or "$task".
    Awaitable(const JsonNode& node, StatementReader& reader);
    explicit Awaitable(Call call) : m_call(std::move(call)) {}
    explicit Awaitable(Scope::Slot task) : m_task(task) {}

    /// The call; null for a variable.
    [[nodiscard]] const Call* call() const noexcept { return m_call ? &*m_call : nullptr; }

    // Of the variable. Precondition: call() == nullptr.

    [[nodiscard]] const Value& value(Frame& frame) const { return frame.get(m_task); }
    /// Its future, to await; throws PythonError (TypeError) if the variable holds neither.
    [[nodiscard]] Ref<FutureBase> future(Frame& frame) const;
    /// Its future, to call a method; throws PythonError (AttributeError) if the variable holds neither.
    [[nodiscard]] Ref<FutureBase> futureWith(const char* method, Frame& frame) const;

    /// asyncio's ensure_future: the variable's future, or a new task for the call.
    [[nodiscard]] Ref<FutureBase> ensureFuture(Frame& frame) const;

private:
    friend class PreparedAwaitable;

    std::optional<Call> m_call;
    Scope::Slot m_task = 0;
};

/// All of them, as arguments of a function that calls ensure_future: each is evaluated before the
/// first task is started.
[[nodiscard]] std::vector<Ref<FutureBase>> ensureFutures(const std::vector<Awaitable>& awaitables,
                                                         Frame& frame);

/// Throws PythonError (TypeError) for a list: what asyncio makes a set or a dict of holds none.
void requireHashable(const Value& value);

/// The task group that a hidden variable holds while its body runs.
class TaskGroupHandle final : public Handle {
public:
    explicit TaskGroupHandle(TaskGroup& group) : m_group(group) {}

    [[nodiscard]] TaskGroup& group() const noexcept { return m_group; }
    [[nodiscard]] std::string repr() const override { return "<TaskGroup>"; }
    [[nodiscard]] std::string_view typeName() const override { return "TaskGroup"; }

private:
    TaskGroup& m_group;
};

/// Starts a call as a task, of `group` if that is given. An empty name becomes "Task-N".
[[nodiscard]] Ref<FutureBase> startTask(Invocation invocation, const std::string& name,
                                        Frame& frame, TaskGroup* group = nullptr);

/// A future that a scenario can name, with its type: they all hold a Value.
[[nodiscard]] Ref<Future<Value>> futureOfValue(const Ref<FutureBase>& future);

/// Waits for a future of any kind that a scenario can name, and gives its result.
[[nodiscard]] Coroutine<Value> awaitFuture(Ref<FutureBase> future);

/// The result of a task or future that is done; throws what it ended with.
[[nodiscard]] Value resultOf(const FutureBase& future);

// Statements that the strategies make.
[[nodiscard]] StatementPtr makeAwait(Awaitable awaitable, std::optional<Scope::Slot> into);
[[nodiscard]] StatementPtr makeRowCall(Call call, std::size_t row, Scope::Slot into);
[[nodiscard]] StatementPtr makeCreateTask(Call call, Scope::Slot into,
                                          std::optional<Scope::Slot> group = {});
[[nodiscard]] StatementPtr makeTaskGroup(Scope::Slot group, Block body);
/// Awaits them in the order in which they end.
[[nodiscard]] StatementPtr makeAsCompleted(std::vector<Awaitable> futures);
enum class Pool { Threads, Processes };
/// Runs the calls as plain functions in a pool and puts the list of their results into `results`.
[[nodiscard]] StatementPtr makeGatherInPool(std::vector<Call> calls, Pool pool,
                                            Scope::Slot results);
[[nodiscard]] StatementPtr makeGather(std::vector<Awaitable> children, Scope::Slot into);

}  // namespace coroscope::scenario
