// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "core/timeline/segment_ref.h"

namespace coroscope::analysis {

/// What a task or job did from a Resume to its next Suspend or Done.
struct Step {
    TaskId task;                           ///< never a call: its steps are its caller's
    std::uint32_t begin = 0;               ///< the Resume
    std::uint32_t end = Event::none;       ///< the Suspend or Done; none: it has not ended
    std::uint32_t wake = Event::none;      ///< the Ready, Create or yielding Suspend before it
    std::uint32_t suspend = Event::none;   ///< the Suspend before it; none: it is the first
    std::uint32_t previous = Event::none;  ///< step of the same task, as an index into Steps::all()
    TaskId by;         ///< whose doing the wake-up is; none: a timer, the outside
    Ticks wakeTime{};  ///< when it could have run: a timer's deadline, even if
                       ///< the loop saw it only later
};

/// All steps of a trace in order, and whose doing what is. Cost  O(events)
class Steps {
public:
    explicit Steps(const Timeline& timeline);

    [[nodiscard]] const std::vector<Step>& all() const noexcept { return m_steps; }
    /// The step of `task` in which, or after which, this event happened; none if there is none.
    [[nodiscard]] std::uint32_t stepBefore(TaskId task, std::uint32_t event) const;

    [[nodiscard]] bool isBesideLoop(TaskId task) const;  ///< a job or a thread
    /// The task whose thread of control a row belongs to: a call's caller, else itself.
    [[nodiscard]] TaskId ownerOf(TaskId row) const { return m_owners[row.value]; }

private:
    void take(const Event& event, std::uint32_t index);
    void takeWake(TaskId task, std::uint32_t index, TaskId by, Ticks time);

    struct Life {
        std::vector<std::uint32_t> steps;  // indices
        Step next;                         // what is known already of the step to come
    };

    const Trace& m_trace;
    std::vector<TaskId> m_owners;
    std::vector<Life> m_lives;
    std::vector<Step> m_steps;
    TaskId m_main;
    bool m_mainIsDone = false;
};

}  // namespace coroscope::analysis
