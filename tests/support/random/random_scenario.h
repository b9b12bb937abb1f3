// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tests/support/random/sketch.h"

namespace coroscope::test {

/// A sound scenario made of random statements, objects and values of all kinds: a program "main",
/// or under Level::Strategies the listed strategies. The same seed gives the same text. Its
/// programs end, though perhaps by an exception or in a deadlock, after a few hundred statements.
[[nodiscard]] std::string randomScenario(Level level, unsigned seed);

/// The same, all levels in turn.
[[nodiscard]] inline std::string randomScenario(unsigned seed)
{
    return randomScenario(static_cast<Level>(seed % levelCount), seed);
}

/// One with a program "main".
[[nodiscard]] inline std::string randomProgram(unsigned seed)
{
    return randomScenario(static_cast<Level>(seed % static_cast<unsigned>(Level::Strategies)),
                          seed);
}

}  // namespace coroscope::test
