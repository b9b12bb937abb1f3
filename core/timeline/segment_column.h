// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/base/ticks.h"
#include "core/timeline/growing_blocks.h"

namespace coroscope {

/// What a row of the chart does during a segment.
enum class SegmentState : std::uint8_t {
    Unborn,     ///< not created yet; never stored
    Waiting,    ///< a call that the program has not come to: "the customer waits"
    Ready,      ///< runnable, yet the loop is busy elsewhere
    Running,    ///< has control
    Blocking,   ///< holds the thread and does nothing
    Suspended,  ///< awaits something; costs nothing
    InCall,     ///< its thread is in a call that has a row of its own
    Done,
};
inline constexpr int segmentStateCount = 8;

/// One state of one row, from the event that began it to the event that ended it. In virtual time
/// most steps take no time: then span.begin == span.end.
struct Segment {
    TimeSpan span;
    SegmentState state = SegmentState::Unborn;
    std::uint32_t beginEvent = 0;  ///< index into the trace
    std::uint32_t endEvent = 0;    ///< the trace's size while it is still open

    friend bool operator==(const Segment&, const Segment&) = default;
};

/// The states of one row as the transitions between them: segment i lasts from transition i to
/// transition i + 1, the last one up to the `end` of the timeline.
///
/// Order   by event, and so by time.
/// Memory  12 bytes a segment, in blocks that never move; a row of a few segments takes few.
/// Cost    append O(1); the searches O(log n).
class SegmentColumn {
public:
    /// Segments whose stamps lie side by side, from each multiple of it on.
    static constexpr std::size_t run = 8;

    /// A transition as it is stored, for those who read many.
    struct Stamp {
        std::uint64_t bits = 0;

        [[nodiscard]] Ticks time() const noexcept { return Ticks(bits >> stateBits); }
        [[nodiscard]] SegmentState state() const noexcept
        {
            return static_cast<SegmentState>(bits & stateMask);
        }
    };

    /// Precondition: not before the last transition, and its event later.
    void append(Ticks time, SegmentState state, std::uint32_t event);

    [[nodiscard]] std::size_t size() const noexcept { return m_stamp.size(); }
    [[nodiscard]] Ticks timeAt(std::size_t i) const { return m_stamp[i].time(); }
    [[nodiscard]] SegmentState stateAt(std::size_t i) const { return m_stamp[i].state(); }
    [[nodiscard]] std::uint32_t eventAt(std::size_t i) const { return m_event[i]; }

    /// The stamps from i on up to the next multiple of `run`. Precondition: i < size().
    [[nodiscard]] const Stamp* stampsAt(std::size_t i) const { return m_stamp.at(i); }

    /// The first segment that ends after `time` (the last one is open): where a painter begins.
    /// 0 when there is none.
    [[nodiscard]] std::size_t firstEndingAfter(Ticks time) const;

    /// How many transitions came before event number `event`: the row's state just before that
    /// event is the one of segment `result - 1`; 0 means unborn.
    [[nodiscard]] std::size_t countBeforeEvent(std::size_t event) const;

    /// Taken of the heap; of that, what the event numbers take.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_stamp.bytes() + m_event.bytes(); }
    [[nodiscard]] std::size_t eventBytes() const noexcept { return m_event.bytes(); }

private:
    static constexpr int stateBits = 3;
    static constexpr std::uint64_t stateMask = (1 << stateBits) - 1;
    static_assert(segmentStateCount <= 1 << stateBits);
    static constexpr std::size_t blockSize = 512;

    GrowingBlocks<Stamp, run, blockSize> m_stamp;
    GrowingBlocks<std::uint32_t, run, blockSize> m_event;
};

}  // namespace coroscope
