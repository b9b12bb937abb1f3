// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace coroscope {

/// The first index in [0, size) for which `isBefore` is false; size if there is none. As
/// std::ranges::partition_point over std::views::iota, which clang 14 cannot compile.
template <typename Predicate>
[[nodiscard]] constexpr std::size_t partitionPoint(std::size_t size, Predicate isBefore)
{
    std::size_t first = 0;
    while (size > 0) {
        const std::size_t half = size / 2;
        if (isBefore(first + half)) {
            first += half + 1;
            size -= half + 1;
        } else {
            size = half;
        }
    }
    return first;
}

}  // namespace coroscope
