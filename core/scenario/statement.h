// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
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
using Block = std::vector<StatementPtr>;

/// Runs statements one after the other.
[[nodiscard]] Coroutine<Flow> executeBlock(const Block& block, Frame& frame);

}  // namespace coroscope::scenario
