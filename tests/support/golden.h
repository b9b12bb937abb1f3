// SPDX-License-Identifier: MIT
#pragma once

namespace coroscope::test {

/// A test's rows for all golden programs: "scenario" (QByteArray), the program "main" of a
/// scenario file, and "expected" (QJsonObject), what CPython did. See tests/data/golden.
void addGoldenRows();

}  // namespace coroscope::test
