// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace coroscope::test {

/// A compact trace: a header, then `lines`, of which those like "steps 5 3 1 16, 8 0 1 0" are
/// packed: t, d, k and w of each record.
[[nodiscard]] std::string compactText(std::string_view lines);

}  // namespace coroscope::test
