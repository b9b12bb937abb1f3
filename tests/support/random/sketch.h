// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/random/dice.h"

namespace coroscope::test {

using Json = nlohmann::ordered_json;

/// What a random scenario is about: each level has the statements of those before it, up to
/// Everything.
enum class Level {
    Steps,       ///< sleep, yield, await, tasks, gather, cancel, loops
    Objects,     ///< locks, semaphores, events, conditions, queues; try and raise
    Waiting,     ///< wait, wait_for, shield, as_completed
    Groups,      ///< task groups and timeouts
    Everything,  ///< futures, barriers, executors, values of all kinds, mistakes
    Contention,  ///< many tasks on one object
    Strategies,  ///< calls, under all strategies
};
inline constexpr unsigned levelCount = 7;

/// What the code of a function can be: a coroutine's, plain, or Shared, what can be both.
enum class BodyKind { Coroutine, Plain, Shared };

/// A function that bodies can call.
struct SketchedFunction {
    std::string name;
    bool isAsync = true;
    unsigned cost = 0;  ///< about how many statements a call executes, all its callees' too
};

/// The parts of a random scenario that its bodies share.
struct Sketch {
    Level level = Level::Steps;
    BodyKind kind = BodyKind::Coroutine;  ///< of main and most functions
    std::vector<std::string> locks;       ///< what can be acquired
    std::vector<std::string> conditions;  ///< stand in `locks` too
    std::vector<std::string> events;
    std::vector<std::string> queues;
    std::vector<std::string> barriers;
    std::vector<std::string> futures;
    /// Those that are written already; what is written next may call them.
    std::vector<SketchedFunction> functions;
    bool usesThreads = false;  ///< then nothing computes: a test's clock cannot share a thread
    unsigned printCount = 0;   ///< so that each print says something else
};

}  // namespace coroscope::test
