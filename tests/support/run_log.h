// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include "core/scenario/run.h"

namespace coroscope::test {

/// Which events of a run are written, and what stands before each.
enum class LogOf {
    Golden,   ///< steps and prints, with microseconds
    Tasks,    ///< steps, prints and warnings, with nanoseconds and the loop's pass
    Program,  ///< prints and warnings, with nanoseconds: for programs without a loop
};

/// "12 3 resume Task-1": one line for each create, resume, suspend, done and print, in order.
[[nodiscard]] QStringList logOf(const Trace& trace, LogOf what);

/// "ok", "deadlock", "interrupted", or the type of the exception that main ended with.
[[nodiscard]] QString howOf(const scenario::Run& run);

/// What a program prints, then how it ended if not well: "a | b | ValueError: no".
[[nodiscard]] QString outputOf(const scenario::Run& run);

/// The first line that differs, with the ten before it; empty if none does.
[[nodiscard]] QString firstDifference(const QStringList& actual, const QStringList& expected);

}  // namespace coroscope::test
