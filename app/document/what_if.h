// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "app/document/program_run.h"
#include "core/replay/change.h"

namespace coroscope {

/// What is being tried on a recording: changes, each with a program of the comparison that shows
/// what it would bring.
///
/// Threads  any
class WhatIfs {
public:
    /// The program for a change of `recorded`; the same for the same change.
    [[nodiscard]] scenario::ProgramInfo programFor(const replay::Change& change,
                                                   const ProgramRun& recorded);
    /// None: that program is no what-if.
    [[nodiscard]] std::optional<replay::Change> changeFor(std::string_view program) const;

private:
    struct Entry {
        scenario::ProgramInfo program;
        replay::Change change;
    };

    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries;
};

/// What to try is called: "Gather 3 awaits of main, lines 8 to 11", "Move app.py:6 to a thread".
[[nodiscard]] QString whatIfText(const replay::Change& change, const Trace& trace);

/// What is tried, and what a recording cannot tell of it.
[[nodiscard]] QString whatIfToolTip(const replay::Change& change);

/// How a recorded program would have gone on with a change. Errors: it cannot be run again.
[[nodiscard]] Result<scenario::Run> runWhatIf(const std::shared_ptr<const Trace>& trace,
                                              const replay::Change& change,
                                              const scenario::RunOptions& options);

/// How much sooner a recorded program would have ended; measured against its own replay, so that
/// what a replay leaves out stands on both sides. None: it cannot be run again, or would not end
/// well.
[[nodiscard]] std::optional<Ticks> replayedGain(const std::shared_ptr<const Trace>& trace,
                                                const replay::Change& change);

}  // namespace coroscope
