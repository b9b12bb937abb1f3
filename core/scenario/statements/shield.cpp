// SPDX-License-Identifier: MIT
#include "core/runtime/shield.h"

#include "core/scenario/statement_table.h"
#include "core/scenario/statements/tasks.h"

namespace coroscope::scenario {
namespace {

class Shield final : public Statement {
public:
    Shield(Awaitable awaitable, std::optional<Scope::Slot> into)
        : m_awaitable(std::move(awaitable)),
          m_into(into)
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        frame.requireLoop();
        Value value = co_await awaitFuture(shield(futureOfValue(m_awaitable.ensureFuture(frame))));
        if (m_into)
            frame.set(*m_into, std::move(value));
        co_return Flow::Next;
    }

private:
    const Awaitable m_awaitable;
    const std::optional<Scope::Slot> m_into;
};

}  // namespace

StatementPtr readShield(const JsonNode& node, StatementReader& reader)
{
    reader.requireAsync(node);
    Awaitable awaitable(node.at("shield"), reader);
    return std::make_unique<Shield>(std::move(awaitable), reader.into(node));
}

}  // namespace coroscope::scenario
