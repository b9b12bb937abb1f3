// SPDX-License-Identifier: MIT
#pragma once

namespace coroscope::test {

/// For QTRY_..._WITH_TIMEOUT and its like, in milliseconds: how long to wait for what is done on
/// another thread or in another process, under a sanitizer and on a busy machine. Only a test that
/// fails waits for so long.
constexpr int patience = 60'000;

}  // namespace coroscope::test
