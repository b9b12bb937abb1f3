// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <vector>

#include "core/runtime/coroutine.h"
#include "core/scenario/frame.h"

namespace coroscope::scenario {

/// Where control goes after a statement.
enum class Flow : std::uint8_t {
    Next,
    Return,  ///< out of the function, with Frame::returned
};

/// One statement of a program: an entry of the format's table of statements.
class Statement {
public:
    virtual ~Statement() = default;

    /// Runs it in the task that is current. Throws PythonError as Python would.
    [[nodiscard]] virtual Coroutine<Flow> execute(Frame& frame) const = 0;

    /// Runs it without a coroutine of its own; only for statements of which isInstant().
    [[nodiscard]] virtual Flow executeNow(Frame& frame) const;
    [[nodiscard]] virtual bool isInstant() const { return false; }
};

/// A statement that never waits.
class InstantStatement : public Statement {
public:
    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const final;
    [[nodiscard]] Flow executeNow(Frame& frame) const override = 0;
    [[nodiscard]] bool isInstant() const final { return true; }
};

using StatementPtr = std::unique_ptr<const Statement>;

/// A statement at its place in the scenario.
struct Step {
    Step(StatementPtr made, StatementId where) : statement(std::move(made)), id(where) {}

    StatementPtr statement;
    StatementId id;  ///< none for what has no line of its own in Python
};
using Block = std::vector<Step>;

/// Runs statements one after the other. Afterwards the frame is where it was before.
[[nodiscard]] Coroutine<Flow> executeBlock(const Block& block, Frame& frame);

/// How a block was left: by going on, by returning, or by an exception.
struct BlockEnd {
    BlockEnd() = default;

    Flow flow = Flow::Next;
    std::exception_ptr error;  ///< null: none

    /// Throws the exception, if there is one.
    [[nodiscard]] Flow proceed() const
    {
        if (error)
            std::rethrow_exception(error);
        return flow;
    }
};

/// Runs statements and keeps what they raise, so that the caller can await on its way out, which a
/// handler in C++ cannot. Lets Interrupted pass. Afterwards the frame is where it was before.
[[nodiscard]] Coroutine<BlockEnd> tryBlock(const Block& block, Frame& frame);

}  // namespace coroscope::scenario
