// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace coroscope {

/// A length of time, or an instant counted from the start of the program that is shown.
using Ticks = std::chrono::nanoseconds;

/// Instants from `begin` up to but not including `end`. Every interval in the project is half-open.
struct TimeSpan {
    Ticks begin{};
    Ticks end{};

    [[nodiscard]] constexpr Ticks length() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool contains(Ticks t) const noexcept { return begin <= t && t < end; }
    friend constexpr bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Seconds as the axis and Python's clocks show them. Exact up to 2^53 ns (104 days).
[[nodiscard]] constexpr double toSeconds(Ticks t) noexcept
{
    return std::chrono::duration<double>(t).count();
}

}  // namespace coroscope
