// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "core/base/ticks.h"

namespace coroscope {

/// Maps time to pixels and back. No clipping, no state: a test needs no widget.
///
/// Units   device-independent pixels from the plot's left edge; width > 0, span not empty.
class TimeAxis {
public:
    TimeAxis(TimeSpan span, double width) noexcept
        : m_span(span), m_nsPerPixel(static_cast<double>(span.length().count()) / width)
    {}

    [[nodiscard]] const TimeSpan& span() const noexcept { return m_span; }

    /// Whether an instant is in view; that of the span's end is. Asked of x, rounding would decide.
    [[nodiscard]] bool shows(Ticks time) const noexcept
    {
        return m_span.begin <= time && time <= m_span.end;
    }

    [[nodiscard]] double toX(Ticks time) const noexcept
    {
        return static_cast<double>((time - m_span.begin).count()) / m_nsPerPixel;
    }

    /// Rounded to the nearest nanosecond.
    [[nodiscard]] Ticks toTime(double x) const noexcept
    {
        return m_span.begin + Ticks{std::llround(x * m_nsPerPixel)};
    }

    /// The span after zooming by `factor` (> 1 zooms in) with the time under `x` held still.
    [[nodiscard]] TimeSpan zoomedAround(double x, double factor) const noexcept
    {
        const Ticks anchor = toTime(x);
        const auto scaled = [factor](Ticks length) {
            return Ticks{std::llround(static_cast<double>(length.count()) / factor)};
        };
        return {anchor - scaled(anchor - m_span.begin), anchor + scaled(m_span.end - anchor)};
    }

private:
    TimeSpan m_span;
    double m_nsPerPixel;
};

/// The span of the same length (at most that of `whole`, at least 100 ns) moved into `whole`.
[[nodiscard]] inline TimeSpan clampedInto(TimeSpan span, TimeSpan whole) noexcept
{
    constexpr Ticks shortest{100};
    const Ticks length =
        std::max(shortest, std::min(span.length(), std::max(shortest, whole.length())));
    const Ticks latestBegin = std::max(whole.begin, whole.end - length);
    const Ticks begin = std::clamp(span.begin, whole.begin, latestBegin);
    return {begin, begin + length};
}

}  // namespace coroscope
