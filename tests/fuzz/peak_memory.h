// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

namespace coroscope::fuzz {

/// How much memory from operator new a stretch of code has had at most, beyond what there was
/// before it. One at a time; counts all threads.
class PeakMemory {
public:
    PeakMemory() noexcept;
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    std::int64_t m_before = 0;
};

}  // namespace coroscope::fuzz
