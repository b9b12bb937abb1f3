// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/chart_fixtures.h"

namespace coroscope::test {

/// Ten seconds of some tasks; the first holds the loop for 500 ms from second 8 on, the second for
/// 15 ms from second 3 on, which is not long.
inline ProgramRunPtr recording(std::uint32_t tasks = 5)
{
    auto trace = std::make_shared<Trace>();
    for (std::uint32_t task = 0; task < tasks; ++task) {
        trace->addTask({"Task-" + std::to_string(task), "", {}, {}, {}});
        trace->append(s(0), EventKind::Create, Word::None, {task});
    }
    const auto turn = [&](Ticks time, std::uint32_t task, Ticks length, bool isBlock) {
        trace->append(time, EventKind::Resume, Word::None, {task});
        if (isBlock)
            trace->append(time, EventKind::Block, Word::Sleep, {task});
        trace->append(time + length, EventKind::Suspend, Word::None, {task}, trace->addWait({}));
        trace->append(time + length, EventKind::Ready, Word::None, {task});
    };
    turn(s(1), 0, s(0.001), false);
    turn(s(3), 1, s(0.015), true);
    turn(s(8), 0, s(0.5), true);
    trace->append(s(10), EventKind::End, Word::Ok);
    return runOf("recording", trace);
}

}  // namespace coroscope::test
