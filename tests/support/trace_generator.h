// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/timeline/timeline.h"

namespace coroscope::test {

/// What a large made-up trace is like. The same recipe makes the same trace, to the last bit.
struct TraceRecipe {
    enum class Life : std::uint8_t {
        Whole,  ///< all rows live from beginning to end
        Short,  ///< each lives for a small part of it
    };
    enum class Pace : std::uint8_t {
        Even,
        Bursts,  ///< dense and idle by turns, a thousand to one
    };
    struct RareBlock {
        std::size_t row = 0;
        Ticks begin{};
        Ticks length{};
    };

    std::size_t segments = 10'000;  ///< about as many
    std::size_t rows = 10;
    Ticks length = std::chrono::seconds(60);
    Life life = Life::Whole;
    Pace pace = Pace::Even;
    bool hasLongBlocks = true;  ///< one block of twenty is twenty times as long
    std::optional<RareBlock> rareBlock{};
    std::uint64_t seed = 1;
};

/// The rows alone, without a trace of events behind them: for ten million segments.
///
/// Cost    about 20 ns and 16 bytes a segment
[[nodiscard]] std::vector<Track> tracksOf(const TraceRecipe& recipe);

/// One row more, `segments` long, as tracksOf() makes them; for those who append one by one.
class RowMaker {
public:
    RowMaker(const TraceRecipe& recipe, std::size_t row);

    struct Change {
        Ticks time{};
        SegmentState state = SegmentState::Unborn;
    };
    /// None once the row is over; the last change is to Done.
    std::optional<Change> next();

private:
    [[nodiscard]] double uniform();
    [[nodiscard]] Ticks exponential(double mean);
    void stepOn();
    void blockRarely(Ticks begin);

    const TraceRecipe m_recipe;
    const std::size_t m_row;
    std::uint64_t m_random;
    double m_mean = 0;  // ns of a segment
    Ticks m_now{};
    Ticks m_end{};
    SegmentState m_state = SegmentState::Unborn;
    std::size_t m_made = 0;
    bool m_isRareDue = false;
    bool m_isOver = false;
};

/// The same as events, with a tree of tasks that have names: connections, their requests, the
/// queries of these.
///
/// Cost    about 300 ns an event
[[nodiscard]] std::shared_ptr<Trace> traceOf(const TraceRecipe& recipe);

}  // namespace coroscope::test
