// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis/findings.h"

namespace coroscope::analysis {

/// What several finders ask of a program, read from its trace once.
struct Facts {
    explicit Facts(const Timeline& timeline);

    /// A task in the life of the program. Event::none: it did not happen.
    struct Life {
        std::uint32_t created = Event::none;
        std::uint32_t done = Event::none;
        bool isAwaited = false;              ///< somebody suspended to await it
        std::vector<std::uint32_t> cancels;  ///< Cancel events
    };

    const Timeline& timeline;
    const Trace& trace;
    std::vector<Life> lives;  ///< by task
    bool hasLoop = false;     ///< passes were recorded: it is no plain program
    std::uint32_t mainDone = Event::none;
    Event end;  ///< the End; a Mark while the program has not ended

    [[nodiscard]] const Life& life(TaskId task) const { return lives[task.value]; }
    [[nodiscard]] bool isJob(TaskId task) const;  ///< or a thread: runs beside the loop
    /// The task that a call's row belongs to; any other task itself.
    [[nodiscard]] TaskId ownerOf(TaskId row) const;
};

using Finder = void (*)(const Facts& facts, std::vector<Finding>& findings);

// One file for each in this folder; findings.cpp has the table.
void findDeadlock(const Facts& facts, std::vector<Finding>& findings);
void findException(const Facts& facts, std::vector<Finding>& findings);
void findNeverAwaited(const Facts& facts, std::vector<Finding>& findings);
void findExceptionNotRetrieved(const Facts& facts, std::vector<Finding>& findings);
void findHeldLoop(const Facts& facts, std::vector<Finding>& findings);
void findSequentialAwaits(const Facts& facts, std::vector<Finding>& findings);
void findLockConvoy(const Facts& facts, std::vector<Finding>& findings);
void findUnboundedFanOut(const Facts& facts, std::vector<Finding>& findings);
void findCancelledInCleanUp(const Facts& facts, std::vector<Finding>& findings);

}  // namespace coroscope::analysis
