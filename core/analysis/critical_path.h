// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "core/timeline/segment_ref.h"

namespace coroscope {

/// A stretch of time in which one segment decided how late the program ended.
struct PathPiece {
    std::optional<SegmentRef> segment;  ///< none: nothing that the trace tells of
    TimeSpan span;                      ///< the part of the segment that lies on the path

    friend bool operator==(const PathPiece&, const PathPiece&) = default;
};

/// The chain of segments that decides the makespan.
///
/// It is followed back from the program's end. A step (from a resume to the next suspension) began
/// when two things were so: its task had been woken, and the loop's one thread was free. Whichever
/// came last decides: if that is the thread, the path goes on with the step that had it; if it is
/// the wake-up, with the step that woke or created the task, or if it was a timer or the outside,
/// with the task's own suspension and then the step before. Both at once: the wake-up. A job on a
/// thread that no worker was free for goes on with the job that had the worker.
///
/// Shape   pieces from the start to the end without gaps; pieces of no length are in it too.
/// Cost    O(events log events) once; the questions O(log pieces)
class CriticalPath {
public:
    explicit CriticalPath(const Timeline& timeline);

    /// In order of time: the first begins at 0, the last ends at the timeline's end.
    [[nodiscard]] std::span<const PathPiece> pieces() const& noexcept { return m_pieces; }
    std::span<const PathPiece> pieces() const&& = delete;  // it would not outlive the path
    [[nodiscard]] bool contains(SegmentRef segment) const { return m_segments.contains(segment); }

private:
    std::vector<PathPiece> m_pieces;
    std::set<SegmentRef> m_segments;
};

}  // namespace coroscope
