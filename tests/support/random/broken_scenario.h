// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace coroscope::test {

/// A random scenario into which errors were put: values of wrong types, names of other things or
/// of nothing, keys that are missing or stand elsewhere, text that is cut off or doubled. Some stay
/// sound by chance. The same seed gives the same text.
[[nodiscard]] std::string brokenScenario(unsigned seed);

}  // namespace coroscope::test
