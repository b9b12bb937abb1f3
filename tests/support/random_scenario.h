// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace coroscope::test {

/// A sound scenario with one program, "main", made of random statements. The same seed gives the
/// same text; it ends, though perhaps by an exception.
[[nodiscard]] std::string randomScenario(unsigned seed);

}  // namespace coroscope::test
