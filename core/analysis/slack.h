// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "core/timeline/segment_ref.h"

namespace coroscope {

/// How much longer each segment could take without the program ending later.
///
/// It is what is left when everything that follows from a segment's end is shifted by it: the rest
/// of its step, those whom that step wakes, and the steps that get the loop's one thread after it.
/// A wait for something else takes shifts up. So that no order changes of which the trace does not
/// tell the outcome, a wake-up may not be shifted past another task's that leads to the use of the
/// same object, nor past one whose step takes time. Slack is therefore what is free for certain;
/// more may be. A time limit that the program never ran into is not in the trace, nor in this.
///
/// Cost    O(events log objects) once, 8 bytes an event; slackOf() O(1)
class Slack {
public:
    explicit Slack(const Timeline& timeline);

    /// Of one segment alone: what one takes another loses. None for a segment that never ended.
    [[nodiscard]] std::optional<Ticks> slackOf(SegmentRef segment) const;

private:
    const Timeline& m_timeline;
    std::vector<Ticks> m_atEnd;  // by the event that ended the segment
};

}  // namespace coroscope
