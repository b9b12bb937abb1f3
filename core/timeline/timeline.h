// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/timeline/segment_column.h"
#include "core/timeline/time_pyramid.h"
#include "core/trace/trace.h"

namespace coroscope {

/// One row of the chart: the life of a task or call.
struct Track {
    static constexpr std::uint32_t notDone = Event::none;

    TaskId task;
    std::uint32_t createEvent = 0;
    std::uint32_t doneEvent = notDone;  ///< its Done event, from which the end cap comes
    SegmentColumn segments;
    RowPyramid pyramid;

    /// The only way to let it grow: keeps the pyramid in step.
    void append(Ticks time, SegmentState state, std::uint32_t event)
    {
        segments.append(time, state, event);
        pyramid.extend(segments);
    }

    /// The state after the first `eventCount` events of the trace have happened.
    [[nodiscard]] SegmentState stateAfter(std::size_t eventCount) const;
};

/// What is drawn of a trace: one track for each task, in order of creation (tracks()[i] belongs to
/// TaskId i), made of segments.
///
/// A call's row (TaskInfo::Kind::Call) that its parent has entered takes over the parent's states,
/// and the parent is InCall until the call is done: there is one thread of control, and it is
/// drawn in the innermost row.
///
/// Cost    O(1) an event; extend() goes on where it stopped, so a live trace is read once.
class Timeline {
public:
    explicit Timeline(std::shared_ptr<const Trace> trace);

    /// Takes in what was appended to the trace since the last call.
    void extend();

    [[nodiscard]] const Trace& trace() const noexcept { return *m_trace; }
    [[nodiscard]] std::span<const Track> tracks() const noexcept { return m_tracks; }

    /// The makespan: the time of the last event.
    [[nodiscard]] Ticks end() const noexcept { return m_trace->lastTime(); }

    /// Precondition: i < track.segments.size().
    [[nodiscard]] Segment segment(const Track& track, std::size_t i) const;

private:
    struct Control {
        TaskId call;  // the call that this task has entered
        TaskId caller;
    };

    void take(const Event& event, std::uint32_t index);
    void enter(TaskId call, const Event& event, std::uint32_t index);
    void leave(TaskId task, const Event& event, std::uint32_t index);
    void change(TaskId task, SegmentState state, const Event& event, std::uint32_t index);

    std::shared_ptr<const Trace> m_trace;
    std::vector<Track> m_tracks;
    std::vector<Control> m_control;  // beside m_tracks
    std::size_t m_taken = 0;         // events
};

/// What people call the rows: "main"; for calls told apart by a string as first argument, that
/// argument ("A" of "delivery('A', 10)"); otherwise the label, or the task's name without one.
[[nodiscard]] std::vector<std::string> rowNames(const Trace& trace);

}  // namespace coroscope
