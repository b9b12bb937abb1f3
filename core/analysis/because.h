// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/timeline/moment.h"
#include "core/timeline/segment_ref.h"

namespace coroscope {

/// One "because" in the chain that explains why a segment lasted: `task` did this for `length`,
/// because of `by`, of which the next link tells.
struct BecauseLink {
    enum class Kind : std::uint8_t {
        Slept,        ///< until a deadline; `why`: Sleep, or what it awaited until time was up
        AwaitedTask,  ///< by: the task, or of several the one that was last to end
        WaitedFor,    ///< object, which by held longest meanwhile, or gave it: released, put, set
        Awaited,      ///< something outside: no task had to do with its end
        WaitedReady,  ///< runnable, while by held the loop longest
        NotCalled,    ///< the program had not come to it: by was called before
        Blocked,      ///< held the thread; `why`: Sleep, Work or Io
        Ran,
    };

    Kind kind = Kind::Ran;
    SegmentRef segment;     ///< where to jump
    TaskId task;            ///< its row
    Word why = Word::None;  ///< what it awaited, or how it blocked
    ObjectId object;
    TaskId by;                ///< none: nobody, or the trace does not tell
    Ticks length{};           ///< as much of the segment as lies within the one before in the chain
    std::uint32_t event = 0;  ///< that began it
    SiteId site;              ///< its await point or its call in the program, if the trace tells
    bool isOpen = false;      ///< it never ended
};

/// Why a segment lasted, link by link, ending with what was done by itself: slept, ran, blocked.
/// A deadlock's circle ends before its first task comes again. Empty for Done and InCall.
/// Cost  O(events within the segments of the chain)
[[nodiscard]] std::vector<BecauseLink> because(const Timeline& timeline, const MomentIndex& moments,
                                               SegmentRef segment);

/// Somebody made somebody ready: an arrow of the chart.
struct WakeUp {
    TaskId task;
    TaskId by;  ///< none: a timer, or the loop itself
    Word why = Word::None;
    std::uint32_t event = 0;

    friend bool operator==(const WakeUp&, const WakeUp&) = default;
};

/// The wake-ups among the events [first, last), also of created tasks by their creators. With
/// `task`: those of and by this one only. Cost  O(last - first)
[[nodiscard]] std::vector<WakeUp> wakeUps(const Trace& trace, std::size_t first, std::size_t last,
                                          TaskId task = {});

/// What led to this segment: the waker's or creator's, or else the one before in its row. None at
/// the program's start.
[[nodiscard]] std::optional<SegmentRef> causeOf(const Timeline& timeline, SegmentRef segment);

/// What this segment led to: the first that it woke or created, or else the next in its row. None
/// where nothing followed. Cost  O(events within the segment)
[[nodiscard]] std::optional<SegmentRef> effectOf(const Timeline& timeline, SegmentRef segment);

}  // namespace coroscope
