// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "tests/support/random/random_body.h"

namespace coroscope::test {

/// How statements of one kind are written.
struct Recipe {
    enum class Place {
        Anywhere,
        Plain,
        Coroutine
    };  ///< Plain: in plain code too, if it is a main's

    Level from;
    unsigned weight;  ///< how often, among the others
    Place place;
    bool isNested;  ///< has blocks, or calls
    /// Appends one or more statements. `depth`: how deep the blocks of these may nest.
    void (*write)(RandomBody& body, Json& block, int depth);
};

/// For all statements of the format.
[[nodiscard]] std::span<const Recipe> recipes();

// One function for each recipe, in recipes_of_*.cpp.
void writeAsCompleted(RandomBody& body, Json& block, int depth);
void writeAwait(RandomBody& body, Json& block, int depth);
void writeAwaitTask(RandomBody& body, Json& block, int depth);
void writeBarrier(RandomBody& body, Json& block, int depth);
void writeBlock(RandomBody& body, Json& block, int depth);
void writeCallForgotten(RandomBody& body, Json& block, int depth);
void writeCancel(RandomBody& body, Json& block, int depth);
void writeCondition(RandomBody& body, Json& block, int depth);
void writeCreateTask(RandomBody& body, Json& block, int depth);
void writeEvent(RandomBody& body, Json& block, int depth);
void writeFuture(RandomBody& body, Json& block, int depth);
void writeGather(RandomBody& body, Json& block, int depth);
void writeIf(RandomBody& body, Json& block, int depth);
void writeLet(RandomBody& body, Json& block, int depth);
void writeMistake(RandomBody& body, Json& block, int depth);
void writePrint(RandomBody& body, Json& block, int depth);
void writeQueue(RandomBody& body, Json& block, int depth);
void writeRaise(RandomBody& body, Json& block, int depth);
void writeRepeat(RandomBody& body, Json& block, int depth);
void writeReturn(RandomBody& body, Json& block, int depth);
void writeRunInExecutor(RandomBody& body, Json& block, int depth);
void writeShield(RandomBody& body, Json& block, int depth);
void writeSleep(RandomBody& body, Json& block, int depth);
void writeTaskGroup(RandomBody& body, Json& block, int depth);
void writeTimeout(RandomBody& body, Json& block, int depth);
void writeTry(RandomBody& body, Json& block, int depth);
void writeUncancelledTry(RandomBody& body, Json& block, int depth);
void writeWait(RandomBody& body, Json& block, int depth);
void writeWaitFor(RandomBody& body, Json& block, int depth);
void writeWith(RandomBody& body, Json& block, int depth);
void writeWork(RandomBody& body, Json& block, int depth);
void writeYield(RandomBody& body, Json& block, int depth);

}  // namespace coroscope::test
