// SPDX-License-Identifier: MIT
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/object_access.h"

namespace coroscope::scenario {
namespace {

class WaitBarrier final : public Statement {
public:
    explicit WaitBarrier(Scope::Slot barrier) : m_barrier(barrier) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        co_await waitOn(objectIn(frame, m_barrier, "wait"), frame);
        co_return Flow::Next;
    }

private:
    const Scope::Slot m_barrier;
};

}  // namespace

StatementPtr readBarrier(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<WaitBarrier>(reader.object(node.at("barrier")));
}

}  // namespace coroscope::scenario
