// SPDX-License-Identifier: MIT
#include <cmath>
#include <optional>
#include <string>

#include "core/scenario/arithmetic.h"
#include "core/scenario/interpreter.h"
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/object_access.h"

namespace coroscope::scenario {
namespace {

Coroutine<> acquire(const ObjectHandle& object, const Frame& frame)
{
    if (object.tryAcquire())
        co_return;
    frame.requireLoop();
    co_await object.acquire();
}

class Acquire final : public Statement {
public:
    explicit Acquire(Scope::Slot object) : m_object(object) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        const ObjectHandle& object = objectIn(frame, m_object, "acquire");
        co_await acquire(object, frame);
        co_return Flow::Next;
    }

private:
    const Scope::Slot m_object;
};

class Release final : public InstantStatement {
public:
    explicit Release(Scope::Slot object) : m_object(object) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        objectIn(frame, m_object, "release").release();
        return Flow::Next;
    }

private:
    const Scope::Slot m_object;
};

const ObjectHandle& lockIn(const Value& value, const Frame& frame)
{
    const auto* const object = dynamic_cast<const ObjectHandle*>(value.asHandle());
    if (object != nullptr && object->canBeHeld())
        return *object;
    throw PythonError("TypeError", "'" + std::string(value.typeName()) +
                                       "' object does not support the " +
                                       (frame.isPlain() ? "" : "asynchronous ") +
                                       "context manager protocol");
}

class With final : public Statement {
public:
    With(Scope::Slot object, Block body) : m_object(object), m_body(std::move(body)) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        // The body may give the variable another value.
        const Value value = frame.get(m_object);
        const ObjectHandle& object = lockIn(value, frame);
        co_await acquire(object, frame);
        const BlockEnd end = co_await tryBlock(m_body, frame);
        object.release();
        co_return end.proceed();
    }

private:
    const Scope::Slot m_object;
    const Block m_body;
};

Condition& conditionIn(Frame& frame, Scope::Slot slot, const std::string& method)
{
    const ObjectHandle& object = objectIn(frame, slot, method);
    if (object.condition() == nullptr)
        object.lacks(method);
    return *object.condition();
}

class WaitCondition final : public Statement {
public:
    explicit WaitCondition(Scope::Slot object) : m_object(object) {}

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        co_await waitOn(objectIn(frame, m_object, "wait"), frame);
        co_return Flow::Next;
    }

private:
    const Scope::Slot m_object;
};

class Notify final : public InstantStatement {
public:
    /// `count`: null for all.
    Notify(Scope::Slot object, ExpressionPtr count) : m_object(object), m_count(std::move(count)) {}

    [[nodiscard]] Flow executeNow(Frame& frame) const override
    {
        Condition& condition = conditionIn(frame, m_object, m_count ? "notify" : "notify_all");
        if (m_count)
            condition.notify(countIn(frame));
        else
            condition.notifyAll();
        return Flow::Next;
    }

private:
    // Those are woken whose index is less than the number, as Condition.notify() counts.
    [[nodiscard]] std::size_t countIn(Frame& frame) const
    {
        const Value count = m_count->evaluate(frame);
        const std::optional<double> number = numberOf(count);
        if (!number) {
            throw PythonError("TypeError", "'>=' not supported between instances of 'int' and '" +
                                               std::string(count.typeName()) + "'");
        }
        if (*number <= 0)
            return 0;
        constexpr double all = 1e15;
        return static_cast<std::size_t>(*number < all ? std::ceil(*number) : all);
    }

    const Scope::Slot m_object;
    const ExpressionPtr m_count;
};

}  // namespace

StatementPtr readAcquire(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Acquire>(reader.object(node.at("acquire")));
}

StatementPtr readRelease(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Release>(reader.object(node.at("release")));
}

StatementPtr readWith(const JsonNode& node, StatementReader& reader)
{
    const Scope::Slot object = reader.object(node.at("with"));
    return std::make_unique<With>(object, reader.block(node.at("body")));
}

StatementPtr readWaitCondition(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<WaitCondition>(reader.object(node.at("wait_condition")));
}

StatementPtr readNotify(const JsonNode& node, StatementReader& reader)
{
    const Scope::Slot object = reader.object(node.at("notify"));
    const auto count = node.find("n");
    return std::make_unique<Notify>(object,
                                    count ? reader.value(*count) : makeConstant(std::int64_t{1}));
}

StatementPtr readNotifyAll(const JsonNode& node, StatementReader& reader)
{
    return std::make_unique<Notify>(reader.object(node.at("notify_all")), nullptr);
}

}  // namespace coroscope::scenario
