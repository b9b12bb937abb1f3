// SPDX-License-Identifier: MIT
#include "core/scenario/strategies.h"

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
std::vector<Scope::Slot> resultSlots(const std::vector<ComparedCall>& calls, Scope& scope)
{
    std::vector<Scope::Slot> slots;
    for (const ComparedCall& call : calls)
        slots.push_back(call.into ? *call.into : scope.hidden());
    return slots;
}

// f(A); b = f(B): also with `await` before each, since the interpreter knows which it is.
void buildOneByOne(const std::vector<ComparedCall>& calls, Scope::Slot results, Program& program)
{
    const std::vector<Scope::Slot> slots = resultSlots(calls, program.scope);
    for (std::size_t i = 0; i < calls.size(); ++i) {
        program.rows.push_back(calls[i].call);
        program.main.push_back(makeRowCall(calls[i].call, i, slots[i]));
    }
    program.main.push_back(std::make_unique<Collect>(slots, results));
}

void buildGather(const std::vector<ComparedCall>& calls, Scope::Slot results, Program& program)
{
    std::vector<Awaitable> children;
    std::vector<std::optional<Scope::Slot>> into;
    for (const ComparedCall& call : calls) {
        children.emplace_back(call.call);
        into.push_back(call.into);
    }
    program.main.push_back(makeGather(std::move(children), results));
    program.main.push_back(std::make_unique<Distribute>(results, std::move(into)));
}

void buildCreateTask(const std::vector<ComparedCall>& calls, Scope::Slot results, Program& program)
{
    std::vector<Scope::Slot> tasks;
    for (const ComparedCall& call : calls) {
        tasks.push_back(program.scope.hidden());
        program.main.push_back(makeCreateTask(call.call, tasks.back()));
    }
    const std::vector<Scope::Slot> slots = resultSlots(calls, program.scope);
    for (std::size_t i = 0; i < calls.size(); ++i)
        program.main.push_back(makeAwait(Awaitable(tasks[i]), slots[i]));
    program.main.push_back(std::make_unique<Collect>(slots, results));
}

constexpr std::array<Strategy, 4> table{{
    {"sync", "one call after the other", "호출을 하나씩 차례로", false, buildOneByOne},
    {"sequential", "await one after the other", "하나씩 차례로 await", true, buildOneByOne},
    {"gather", "await asyncio.gather(…)", "await asyncio.gather(…)", true, buildGather},
    {"create_task", "create all, then await each", "모두 만들고 하나씩 await", true,
     buildCreateTask},
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
