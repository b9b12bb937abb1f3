// SPDX-License-Identifier: MIT
#include "core/scenario/strategies.h"

#include <algorithm>
#include <array>

#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

// results = [a, b, c]
class Collect final : public InstantStatement {
public:
    Collect(std::vector<Scope::Slot> items, Scope::Slot into)
        : m_items(std::move(items)),
          m_into(into)
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        Value::List values;
        for (const Scope::Slot item : m_items)
            values.push_back(frame.get(item));
        frame.set(m_into, Value(std::move(values)));
        return Flow::Next;
    }

private:
    const std::vector<Scope::Slot> m_items;
    const Scope::Slot m_into;
};

// a, b, c = results; calls without a variable are passed over
class Distribute final : public InstantStatement {
public:
    Distribute(Scope::Slot list, std::vector<std::optional<Scope::Slot>> into)
        : m_list(list),
          m_into(std::move(into))
    {
    }

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        const Value list = frame.get(m_list);
        for (std::size_t i = 0; i < m_into.size(); ++i) {
            if (m_into[i])
                frame.set(*m_into[i], (*list.asList())[i]);
        }
        return Flow::Next;
    }

private:
    const Scope::Slot m_list;
    const std::vector<std::optional<Scope::Slot>> m_into;
};

class Elapsed final : public InstantStatement {
public:
    explicit Elapsed(Scope::Slot into) : m_into(into) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        frame.set(m_into, frame.interpreter().elapsed());
        return Flow::Next;
    }

private:
    const Scope::Slot m_into;
};

// Where each call's result goes: its own variable, or one that no name reaches.
std::vector<Scope::Slot> resultSlots(const ComparedCalls& calls, Scope& scope)
{
    std::vector<Scope::Slot> slots;
    for (const ComparedCall& call : calls.items)
        slots.push_back(call.into ? *call.into : scope.hidden());
    return slots;
}

std::vector<std::optional<Scope::Slot>> variablesOf(const ComparedCalls& calls)
{
    std::vector<std::optional<Scope::Slot>> variables;
    for (const ComparedCall& call : calls.items)
        variables.push_back(call.into);
    return variables;
}

// f(A); b = f(B): also with `await` before each, since the interpreter knows which it is.
void buildOneByOne(const ComparedCalls& calls, Scope::Slot results, Program& program)
{
    const std::vector<Scope::Slot> slots = resultSlots(calls, program.scope);
    for (std::size_t i = 0; i < calls.items.size(); ++i) {
        program.rows.push_back(calls.items[i].call);
        program.main.emplace_back(makeRowCall(calls.items[i].call, i, slots[i]),
                                  calls.items[i].id);
    }
    program.main.emplace_back(std::make_unique<Collect>(slots, results), StatementId());
}

void buildGather(const ComparedCalls& calls, Scope::Slot results, Program& program)
{
    std::vector<Awaitable> children;
    for (const ComparedCall& call : calls.items)
        children.emplace_back(call.call);
    program.main.emplace_back(makeGather(std::move(children), results), calls.await);
    program.main.emplace_back(std::make_unique<Distribute>(results, variablesOf(calls)),
                              StatementId());
}

// Appends the statements that create all tasks to `block`; gives the variables that hold them.
std::vector<Scope::Slot> createTasks(const ComparedCalls& calls, Block& block,
                                     Program& program, std::optional<Scope::Slot> group = {})
{
    std::vector<Scope::Slot> tasks;
    for (const ComparedCall& call : calls.items) {
        tasks.push_back(program.scope.hidden());
        block.emplace_back(makeCreateTask(call.call, tasks.back(), group), call.id);
    }
    return tasks;
}

void awaitTasks(const ComparedCalls& calls, const std::vector<Scope::Slot>& tasks,
                Scope::Slot results, Program& program)
{
    const std::vector<Scope::Slot> slots = resultSlots(calls, program.scope);
    for (std::size_t i = 0; i < calls.items.size(); ++i)
        program.main.emplace_back(makeAwait(Awaitable(tasks[i]), slots[i]),
                                  calls.items[i].await);
    program.main.emplace_back(std::make_unique<Collect>(slots, results), StatementId());
}

// b = tasks[1].result(): a task that was cancelled raises only where its result is wanted.
void awaitWanted(const ComparedCalls& calls, const std::vector<Scope::Slot>& tasks,
                 Scope::Slot results, Program& program)
{
    if (std::ranges::all_of(calls.items, &ComparedCall::isWanted)) {
        awaitTasks(calls, tasks, results, program);
        return;
    }
    for (std::size_t i = 0; i < calls.items.size(); ++i) {
        const ComparedCall& call = calls.items[i];
        if (call.isWanted)
            program.main.emplace_back(makeAwait(Awaitable(tasks[i]), call.into), call.await);
    }
}

void buildCreateTask(const ComparedCalls& calls, Scope::Slot results, Program& program)
{
    awaitTasks(calls, createTasks(calls, program.main, program), results, program);
}

void buildTaskGroup(const ComparedCalls& calls, Scope::Slot results, Program& program)
{
    const Scope::Slot group = program.scope.hidden();
    Block body;
    const std::vector<Scope::Slot> tasks = createTasks(calls, body, program, group);
    program.main.emplace_back(makeTaskGroup(group, std::move(body)), calls.head);
    awaitWanted(calls, tasks, results, program);
}

void buildAsCompleted(const ComparedCalls& calls, Scope::Slot results, Program& program)
{
    const std::vector<Scope::Slot> tasks = createTasks(calls, program.main, program);
    std::vector<Awaitable> awaited;
    for (const Scope::Slot task : tasks)
        awaited.emplace_back(task);
    program.main.emplace_back(makeAsCompleted(std::move(awaited)), calls.await);
    awaitTasks(calls, tasks, results, program);
}

template <Pool pool>
void buildPool(const ComparedCalls& calls, Scope::Slot results, Program& program)
{
    std::vector<Call> plain;
    for (const ComparedCall& call : calls.items)
        plain.push_back(call.call);
    program.main.emplace_back(makeGatherInPool(std::move(plain), pool, results), calls.await);
    program.main.emplace_back(std::make_unique<Distribute>(results, variablesOf(calls)),
                              StatementId());
}

constexpr std::array<Strategy, 8> table{{
    {"sync", "one call after the other", "호출을 하나씩 차례로", false, false, buildOneByOne},
    {"sequential", "await one after the other", "하나씩 차례로 await", true, false, buildOneByOne},
    {"gather", "await asyncio.gather(…)", "await asyncio.gather(…)", true, false, buildGather},
    {"create_task", "create all, then await each", "모두 만들고 하나씩 await", true, false,
     buildCreateTask},
    {"task_group", "async with asyncio.TaskGroup()", "async with asyncio.TaskGroup()", true, false,
     buildTaskGroup},
    {"as_completed", "await in the order in which they end", "끝나는 순서대로 await", true, false,
     buildAsCompleted},
    {"threads", "one thread for each call", "호출마다 스레드 하나", true, true,
     buildPool<Pool::Threads>},
    {"processes", "one process for each call", "호출마다 프로세스 하나", true, true,
     buildPool<Pool::Processes>},
}};

}  // namespace

std::span<const Strategy> strategies()
{
    return table;
}

StatementPtr makeElapsed(Scope::Slot elapsed)
{
    return std::make_unique<Elapsed>(elapsed);
}

}  // namespace coroscope::scenario
