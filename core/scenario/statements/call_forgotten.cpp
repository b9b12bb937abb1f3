// SPDX-License-Identifier: MIT
#include "core/scenario/interpreter.h"
#include "core/scenario/statement_table.h"

namespace coroscope::scenario {
namespace {

// Calling a coroutine function without awaiting it does nothing but warn; where functions are
// plain, it is a call like any other.
class CallForgotten final : public Statement {
public:
    explicit CallForgotten(Call call) : m_call(std::move(call)) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        Invocation invocation = m_call.evaluate(frame);
        Interpreter& interpreter = frame.interpreter();
        if (frame.isPlain()) {
            co_await interpreter.call(std::move(invocation), frame);
        } else {
            interpreter.warnNeverAwaited(invocation, frame.row());
        }
        co_return Flow::Next;
    }

private:
    const Call m_call;
};

}  // namespace

StatementPtr readCallForgotten(const JsonNode& node, StatementReader& reader)
{
    const JsonNode callNode = node.at("call_forgotten");
    callNode.allowKeys({"call", "args"});
    return std::make_unique<CallForgotten>(reader.coroutineCall(callNode));
}

}  // namespace coroscope::scenario
