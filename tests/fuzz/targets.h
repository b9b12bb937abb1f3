// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace coroscope::fuzz {

/// What a fuzzer tries with any bytes, and the replay of its corpus too. Aborts when what a reader
/// promises does not hold: a trace is sound, reads back as it was written, and all that is derived
/// from it can be made.
void readTrace(std::string_view bytes);
void readChrome(std::string_view bytes);
void readScenario(std::string_view bytes);

}  // namespace coroscope::fuzz
