// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "tests/support/random/sketch.h"

namespace coroscope::test {

/// Writes the body of one function, or of a main: what the recipes of statements stand on.
///
/// Ends  functions call only those that were written before, loops are short, and `budget` bounds
///       how many statements the body executes with all that it calls.
class RandomBody {
public:
    RandomBody(Dice& dice, Sketch& sketch, BodyKind kind, unsigned budget);

    /// Up to `most` statements, in which blocks nest `depth` deep.
    [[nodiscard]] Json block(unsigned most, int depth);
    /// Appends one more; `depth` as above.
    void addStatement(Json& block, int depth);
    /// A block in a loop that runs `times` times.
    [[nodiscard]] Json loopBlock(unsigned times, unsigned most, int depth);
    /// Call once behind the whole body: assigns what is read and was assigned nowhere.
    void close(Json& body);

    [[nodiscard]] Dice& dice() noexcept { return m_dice; }
    [[nodiscard]] Sketch& sketch() noexcept { return m_sketch; }
    [[nodiscard]] bool isAtLeast(Level level) const noexcept { return m_sketch.level >= level; }
    [[nodiscard]] BodyKind kind() const noexcept { return m_kind; }
    [[nodiscard]] unsigned cost() const noexcept { return m_cost; }

    // Names. A read name is assigned somewhere, most often before.

    [[nodiscard]] std::string newTask();
    /// "$t1"; a future at times.
    [[nodiscard]] std::string anyTask();
    [[nodiscard]] bool hasTask() const noexcept { return !m_tasks.empty(); }
    [[nodiscard]] std::string newValue();
    /// "x", or another variable that holds no task.
    [[nodiscard]] std::string anyValue();

    // Parts of statements.

    [[nodiscard]] Json duration();
    [[nodiscard]] Json value();
    [[nodiscard]] Json printed();
    [[nodiscard]] std::string exceptionType();
    /// Adds "message" to a statement, or does not.
    void addMessage(Json& statement);
    /// Whether a call of a coroutine function (or a plain one) fits into the budget.
    [[nodiscard]] bool canCall(bool isAsync = true) const;
    /// Precondition: canCall().
    [[nodiscard]] Json call(bool isAsync = true);
    /// A call or a task. Precondition: canCall() or hasTask().
    [[nodiscard]] Json awaitable();
    [[nodiscard]] bool hasAwaitable() const { return hasTask() || canCall(); }
    /// "$lock": one that this scenario has; at times another kind of thing.
    [[nodiscard]] std::string object(const std::vector<std::string>& names);

private:
    Dice& m_dice;
    Sketch& m_sketch;
    const BodyKind m_kind;
    const unsigned m_budget;
    unsigned m_cost = 0;
    unsigned m_times = 1;  // that what is written now is executed
    std::vector<std::string> m_tasks;
    std::vector<std::string> m_values{"x"};
    std::vector<std::string> m_unassigned;
};

}  // namespace coroscope::test
