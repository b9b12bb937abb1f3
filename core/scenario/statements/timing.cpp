// SPDX-License-Identifier: MIT
#include "core/runtime/sleep.h"
#include "core/scenario/interpreter.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/duration.h"

namespace coroscope::scenario {
namespace {

// How long the stretch lasts that begins with the next event.
Ticks lengthOf(const Expression& expression, DurationUse use, Frame& frame)
{
    const Value value = expression.evaluate(frame);
    const Ticks length = durationOf(value, use);
    frame.interpreter().noteLength(value);
    return length;
}

class Blocking final : public Statement {
public:
    Blocking(ExpressionPtr length, Word why) : m_length(std::move(length)), m_why(why) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        const Ticks length = lengthOf(*m_length, DurationUse::Maximum, frame);
        co_await hold(frame.interpreter().loop(), length, m_why, frame.row());
        co_return Flow::Next;
    }

private:
    const ExpressionPtr m_length;
    const Word m_why;
};

class Sleep final : public Statement {
public:
    explicit Sleep(ExpressionPtr delay) : m_delay(std::move(delay)) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        const DurationUse use = frame.isPlain() ? DurationUse::Maximum : DurationUse::Compare;
        const Ticks delay = lengthOf(*m_delay, use, frame);
        if (frame.isPlain())
            co_await hold(frame.interpreter().loop(), delay, Word::Sleep, frame.row());
        else
            co_await sleep(delay);
        co_return Flow::Next;
    }

private:
    const ExpressionPtr m_delay;
};

class Yield final : public Statement {
public:
    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        if (frame.isPlain())
            co_await hold(frame.interpreter().loop(), Ticks{}, Word::Sleep, frame.row());
        else
            co_await yield();
        co_return Flow::Next;
    }
};

}  // namespace

StatementPtr readSleep(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Sleep>(reader.duration(node.at("sleep")));
}

StatementPtr readBlocking(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Blocking>(reader.duration(node.at("block")), Word::Sleep);
}

StatementPtr readWork(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Blocking>(reader.duration(node.at("work")), Word::Work);
}

StatementPtr readYield(const JsonNode& node, StatementReader&)
{
    if (!node.at("yield").boolean())
        node.at("yield").expected("true");
    return std::make_unique<Yield>();
}

}  // namespace coroscope::scenario
