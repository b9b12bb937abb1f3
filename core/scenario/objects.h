// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/runtime/barrier.h"
#include "core/runtime/condition.h"
#include "core/runtime/priority_queue.h"
#include "core/runtime/semaphore.h"
#include "core/scenario/compare.h"
#include "core/scenario/json_node.h"
#include "core/scenario/scenario.h"
#include "core/scenario/value.h"

namespace coroscope::scenario {

/// An object that all tasks share, as a variable holds it. What a kind of object cannot do throws
/// PythonError as Python would.
class ObjectHandle : public Handle {
public:
    [[nodiscard]] std::string repr() const override;

    // Locks, semaphores and conditions.

    [[nodiscard]] virtual bool canBeHeld() const { return false; }  ///< by `with`

    /// False if acquire() would wait.
    [[nodiscard]] virtual bool tryAcquire() const;
    [[nodiscard]] virtual Coroutine<> acquire() const;
    virtual void release() const;

    // Null for other kinds of objects.

    [[nodiscard]] virtual Signal* signal() const { return nullptr; }
    [[nodiscard]] virtual Condition* condition() const { return nullptr; }
    [[nodiscard]] virtual Queue<Value>* queue() const { return nullptr; }
    [[nodiscard]] virtual Barrier* barrier() const { return nullptr; }

    /// AttributeError: "'Lock' object has no attribute 'set'".
    [[noreturn]] void lacks(const std::string& attribute) const;
};

/// Frees what stands in the queue that `object` may be: the queue itself can stand in it.
void dropItems(const Value& object);

/// An object as a scenario describes it.
struct ObjectDefinition {
    std::string name;
    std::int64_t number = 0;  ///< permits, places or parties; 0 for what has none
    std::optional<std::size_t> parameter;  ///< the one that gives the number instead
    /// Makes it, when main starts.
    std::function<Value(EventLoop& loop, std::int64_t number)> make;
};

/// Reads `{"type": "lock"}`; `node` is a member of "objects". A parameter that gives a number
/// becomes one of whole numbers.
[[nodiscard]] ObjectDefinition readObject(const JsonNode& node,
                                          std::vector<Parameter>& parameters);

}  // namespace coroscope::scenario
