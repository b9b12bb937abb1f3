// SPDX-License-Identifier: MIT
#include "core/scenario/objects.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/scenario/expression.h"
#include "core/scenario/future_handle.h"
#include "core/scenario/python_error.h"
#include "core/scenario/unit.h"

namespace coroscope::scenario {
namespace {

template <typename T>
Coroutine<> acquireOf(T& object)
{
    co_await object.acquire();
}

class LockHandle final : public ObjectHandle {
public:
    LockHandle(EventLoop& loop, const std::string& name)
        : m_lock(std::make_unique<Lock>(loop, name))
    {
    }
    [[nodiscard]] std::string_view typeName() const override { return "Lock"; }
    [[nodiscard]] bool canBeHeld() const override { return true; }
    [[nodiscard]] bool tryAcquire() const override { return m_lock->tryAcquire(); }
    [[nodiscard]] Coroutine<> acquire() const override { return acquireOf(*m_lock); }
    void release() const override { m_lock->release(); }

private:
    const std::unique_ptr<Lock> m_lock;
};

class ConditionHandle final : public ObjectHandle {
public:
    ConditionHandle(EventLoop& loop, const std::string& name)
        : m_condition(std::make_unique<Condition>(loop, name))
    {
    }
    [[nodiscard]] std::string_view typeName() const override { return "Condition"; }
    [[nodiscard]] bool canBeHeld() const override { return true; }
    [[nodiscard]] bool tryAcquire() const override { return m_condition->tryAcquire(); }
    [[nodiscard]] Coroutine<> acquire() const override { return acquireOf(*m_condition); }
    void release() const override { m_condition->release(); }
    [[nodiscard]] Condition* condition() const override { return m_condition.get(); }

private:
    const std::unique_ptr<Condition> m_condition;
};

class SemaphoreHandle final : public ObjectHandle {
public:
    SemaphoreHandle(std::string_view typeName, std::unique_ptr<Semaphore> semaphore)
        : m_typeName(typeName),
          m_semaphore(std::move(semaphore))
    {
    }
    [[nodiscard]] std::string_view typeName() const override { return m_typeName; }
    [[nodiscard]] bool canBeHeld() const override { return true; }
    [[nodiscard]] bool tryAcquire() const override { return m_semaphore->tryAcquire(); }
    [[nodiscard]] Coroutine<> acquire() const override { return acquireOf(*m_semaphore); }
    void release() const override { m_semaphore->release(); }

private:
    const std::string_view m_typeName;
    const std::unique_ptr<Semaphore> m_semaphore;
};

class SignalHandle final : public ObjectHandle {
public:
    SignalHandle(EventLoop& loop, const std::string& name)
        : m_signal(std::make_unique<Signal>(loop, name))
    {
    }
    [[nodiscard]] std::string_view typeName() const override { return "Event"; }
    [[nodiscard]] Signal* signal() const override { return m_signal.get(); }

private:
    const std::unique_ptr<Signal> m_signal;
};

class BarrierHandle final : public ObjectHandle {
public:
    BarrierHandle(EventLoop& loop, std::int64_t parties, const std::string& name)
        : m_barrier(std::make_unique<Barrier>(loop, parties, name))
    {
    }
    [[nodiscard]] std::string_view typeName() const override { return "Barrier"; }
    [[nodiscard]] Barrier* barrier() const override { return m_barrier.get(); }

private:
    const std::unique_ptr<Barrier> m_barrier;
};

class QueueHandle final : public ObjectHandle {
public:
    QueueHandle(std::string_view typeName, std::unique_ptr<Queue<Value>> queue)
        : m_typeName(typeName),
          m_queue(std::move(queue))
    {
    }
    [[nodiscard]] std::string_view typeName() const override { return m_typeName; }
    [[nodiscard]] Queue<Value>* queue() const override { return m_queue.get(); }

private:
    const std::string_view m_typeName;
    const std::unique_ptr<Queue<Value>> m_queue;
};

// A future that has a name.
class NamedFuture final : public Future<Value> {
public:
    NamedFuture(EventLoop& loop, const std::string& name)
        : Future(loop),
          m_id(loop.trace() != nullptr ? loop.trace()->addObject(name) : ObjectId{})
    {
    }

    [[nodiscard]] Wait describeWait(std::vector<TaskId>&) const override
    {
        Wait wait;
        wait.object = m_id;
        return wait;
    }

private:
    const ObjectId m_id;
};

template <typename T, typename... Arguments>
Value makeHandle(Arguments&&... arguments)
{
    return std::shared_ptr<const Handle>(
        std::make_shared<T>(std::forward<Arguments>(arguments)...));
}

template <typename T>
Value makeSemaphore(EventLoop& loop, const std::string& name, std::int64_t permits,
                    std::string_view typeName)
{
    return makeHandle<SemaphoreHandle>(typeName, std::make_unique<T>(loop, permits, name));
}

template <typename T>
Value makeQueue(EventLoop& loop, const std::string& name, std::int64_t maxSize,
                std::string_view typeName)
{
    return makeHandle<QueueHandle>(
        typeName, std::make_unique<T>(loop, static_cast<std::size_t>(maxSize), name));
}

// A type of object; each may be told one number.
struct ObjectType {
    std::string_view name;
    std::string_view number;  // the number's key; empty: none
    std::int64_t least;
    std::int64_t standard;  // when the key is left out; less than `least`: it must be there
    Value (*make)(EventLoop& loop, const std::string& name, std::int64_t number);
};

constexpr std::array<ObjectType, 10> objectTypes{{
    {"lock", "", 0, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t) {
         return makeHandle<LockHandle>(loop, name);
     }},
    {"event", "", 0, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t) {
         return makeHandle<SignalHandle>(loop, name);
     }},
    {"condition", "", 0, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t) {
         return makeHandle<ConditionHandle>(loop, name);
     }},
    {"semaphore", "value", 0, 1,
     [](EventLoop& loop, const std::string& name, std::int64_t number) {
         return makeSemaphore<Semaphore>(loop, name, number, "Semaphore");
     }},
    {"bounded_semaphore", "value", 0, 1,
     [](EventLoop& loop, const std::string& name, std::int64_t number) {
         return makeSemaphore<BoundedSemaphore>(loop, name, number, "BoundedSemaphore");
     }},
    {"queue", "maxsize", 0, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t number) {
         return makeQueue<Queue<Value>>(loop, name, number, "Queue");
     }},
    {"lifo_queue", "maxsize", 0, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t number) {
         return makeQueue<LifoQueue<Value>>(loop, name, number, "LifoQueue");
     }},
    {"priority_queue", "maxsize", 0, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t number) {
         return makeQueue<PriorityQueue<Value, ValueLess>>(loop, name, number, "PriorityQueue");
     }},
    {"barrier", "parties", 1, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t number) {
         return makeHandle<BarrierHandle>(loop, number, name);
     }},
    {"future", "", 0, 0,
     [](EventLoop& loop, const std::string& name, std::int64_t) {
         return makeHandle<FutureHandle>(Ref<FutureBase>(new NamedFuture(loop, name)));
     }},
}};

const ObjectType& typeOf(const JsonNode& node)
{
    std::vector<std::string_view> known;
    for (const ObjectType& type : objectTypes) {
        if (type.name == node.string())
            return type;
        known.push_back(type.name);
    }
    const std::string guess = didYouMean(node.string(), known);
    node.fail("unknown type of object \"" + node.string() + '"' +
              (guess.empty() ? "; expected " + oneOf(known) : guess));
}

// The parameter that "$name" names, if all its values are numbers that an object can have.
std::size_t countingParameter(const JsonNode& node, std::int64_t least,
                              std::vector<Parameter>& parameters)
{
    const std::string name = variableName(node);
    const auto found = std::ranges::find(parameters, name, &Parameter::name);
    if (found == parameters.end())
        node.fail("there is no parameter \"" + name + "\"; expected one, or a number");
    const double most = std::numeric_limits<std::int32_t>::max();
    const bool isInRange = found->min >= static_cast<double>(least) && found->max <= most;
    const bool isWhole = !isConverted(found->unit) && found->value.isInt() && std::trunc(found->step) == found->step &&
                         std::trunc(found->min) == found->min;
    if (!isInRange || !isWhole) {
        node.fail("the parameter \"" + name + "\" is none of whole numbers from " +
                  std::to_string(least));
    }
    found->isWhole = true;
    return static_cast<std::size_t>(found - parameters.begin());
}

}  // namespace

std::string ObjectHandle::repr() const
{
    return '<' + std::string(typeName()) + '>';
}

bool ObjectHandle::tryAcquire() const
{
    lacks("acquire");
}

Coroutine<> ObjectHandle::acquire() const
{
    lacks("acquire");
}

void ObjectHandle::release() const
{
    lacks("release");
}

void ObjectHandle::lacks(const std::string& attribute) const
{
    throw PythonError("AttributeError", "'" + std::string(typeName()) +
                                            "' object has no attribute '" + attribute + "'");
}

void dropItems(const Value& object)
{
    const auto* const handle = dynamic_cast<const ObjectHandle*>(object.asHandle());
    if (handle != nullptr && handle->queue() != nullptr)
        handle->queue()->dropItems();
}

ObjectDefinition readObject(const JsonNode& node, std::vector<Parameter>& parameters)
{
    const ObjectType& type = typeOf(node.at("type"));
    if (type.number.empty())
        node.allowKeys({"type"});
    else
        node.allowKeys({"type", type.number});
    ObjectDefinition object;
    object.name = identifier(node.key(), node);
    object.number = type.standard;
    const auto given = node.find(type.number);
    if (given && given->isString())
        object.parameter = countingParameter(*given, type.least, parameters);
    else if (given)
        object.number = given->integer(type.least, std::numeric_limits<std::int32_t>::max());
    else if (object.number < type.least)
        static_cast<void>(node.at(type.number));
    object.make = [&type, name = object.name](EventLoop& loop, std::int64_t number) {
        return type.make(loop, name, number);
    };
    return object;
}

}  // namespace coroscope::scenario
