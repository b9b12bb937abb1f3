// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/stepper.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace coroscope {
namespace {

constexpr int never = PlayPosition::wholeInstant;

// What one program does in one instant.
struct Instant {
    std::vector<std::size_t> stops;  // how many events have happened at each of its stops
    std::size_t whole = 0;           // how many when the instant is over
    std::size_t now = 0;             // how many at the position one comes from

    // The number of the first stop with more than `count` events, or `never`.
    [[nodiscard]] int firstBeyond(std::size_t count) const
    {
        const auto found = std::ranges::upper_bound(stops, count);
        return found == stops.end() ? never : static_cast<int>(found - stops.begin());
    }

    // The number of the last stop with fewer than `count` events, or -1.
    [[nodiscard]] int lastBelow(std::size_t count) const
    {
        return static_cast<int>(std::ranges::lower_bound(stops, count) - stops.begin()) - 1;
    }
};

Instant instantOf(const ProgramRun& run, Ticks time, StepUnit unit)
{
    const Trace& trace = run.trace();
    Instant instant;
    instant.whole = trace.upperBound(time);
    for (std::size_t row = trace.lowerBound(time); row < instant.whole; ++row) {
        if (haltsBefore(trace.at(row).kind, unit))
            instant.stops.push_back(row);
    }
    if (time == run.total())
        instant.stops.push_back(trace.size());
    return instant;
}

std::vector<Instant> instantsAt(std::span<const ProgramRunPtr> runs, const PlayPosition& position,
                                StepUnit unit)
{
    std::vector<Instant> instants;
    for (const ProgramRunPtr& run : runs) {
        instants.push_back(instantOf(*run, position.time, unit));
        instants.back().now = run->eventsAt(position);
    }
    return instants;
}

// The lowest stop at which a program is further and none is back.
int stopAfter(const std::vector<Instant>& instants)
{
    int furthest = 0;
    int next = never;
    for (const Instant& instant : instants) {
        furthest = std::max(furthest, instant.lastBelow(instant.now) + 1);
        next = std::min(next, instant.firstBeyond(instant.now));
    }
    return std::max(furthest, next);
}

// The highest stop at which a program is back and none is further; below 0: none.
int stopBefore(const std::vector<Instant>& instants)
{
    int nearest = never;
    int previous = -1;
    for (const Instant& instant : instants) {
        if (instant.now < instant.whole)
            nearest = std::min(nearest, instant.lastBelow(instant.now + 1));
        previous = std::max(previous, instant.lastBelow(instant.now));
    }
    return std::min(nearest, previous);
}

std::optional<Ticks> stopTimeAfter(const ProgramRun& run, Ticks time, StepUnit unit)
{
    const Trace& trace = run.trace();
    for (std::size_t row = trace.upperBound(time); row < trace.size(); ++row) {
        if (haltsBefore(trace.at(row).kind, unit))
            return trace.timeAt(row);
    }
    return run.total() > time ? std::optional(run.total()) : std::nullopt;
}

std::optional<Ticks> stopTimeBefore(const ProgramRun& run, Ticks time, StepUnit unit)
{
    if (run.total() < time)
        return run.total();
    const Trace& trace = run.trace();
    for (std::size_t row = trace.lowerBound(time); row > 0; --row) {
        if (haltsBefore(trace.at(row - 1).kind, unit))
            return trace.timeAt(row - 1);
    }
    return {};
}

bool isOver(std::span<const ProgramRunPtr> runs, const PlayPosition& position)
{
    return std::ranges::all_of(runs, [&](const ProgramRunPtr& run) {
        return run->total() <= position.time && run->eventsAt(position) == run->trace().size();
    });
}

PlayPosition lastStopAt(std::span<const ProgramRunPtr> runs, Ticks time, StepUnit unit)
{
    std::size_t count = 0;
    for (const ProgramRunPtr& run : runs)
        count = std::max(count, instantOf(*run, time, unit).stops.size());
    return {time, static_cast<int>(count) - 1, unit};
}

}  // namespace

PlayPosition beginning() noexcept
{
    return {Ticks{0}, 0, StepUnit::Event};
}

PlayPosition ending(std::span<const ProgramRunPtr> runs)
{
    return runs.empty() ? beginning() : PlayPosition{longestTotal(runs)};
}

Ticks longestTotal(std::span<const ProgramRunPtr> runs)
{
    Ticks longest{0};
    for (const ProgramRunPtr& run : runs)
        longest = std::max(longest, run->total());
    return longest;
}

PlayPosition positionAfter(const ProgramRun& run, std::size_t event)
{
    const Ticks time = run.trace().timeAt(event);
    const std::size_t first = run.trace().lowerBound(time);
    return {time, static_cast<int>(event + 1 - first), StepUnit::Event};
}

PlayPosition nextPosition(std::span<const ProgramRunPtr> runs, const PlayPosition& from,
                          StepUnit unit)
{
    PlayPosition next{from.time, stopAfter(instantsAt(runs, from, unit)), unit};
    if (next.stop == never) {
        std::optional<Ticks> time;
        for (const ProgramRunPtr& run : runs) {
            const auto candidate = stopTimeAfter(*run, from.time, unit);
            if (candidate && (!time || *candidate < *time))
                time = candidate;
        }
        if (!time)
            return ending(runs);
        next = {*time, 0, unit};
    }
    return isOver(runs, next) ? ending(runs) : next;
}

PlayPosition previousPosition(std::span<const ProgramRunPtr> runs, const PlayPosition& from,
                              StepUnit unit)
{
    const int stop = runs.empty() ? -1 : stopBefore(instantsAt(runs, from, unit));
    if (stop >= 0)
        return {from.time, stop, unit};
    std::optional<Ticks> time;
    for (const ProgramRunPtr& run : runs)
        time = std::max(time, stopTimeBefore(*run, from.time, unit));
    return time ? lastStopAt(runs, *time, unit) : beginning();
}

}  // namespace coroscope
