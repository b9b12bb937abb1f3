// SPDX-License-Identifier: MIT
#pragma once

#include "core/runtime/future.h"

namespace coroscope {

/// Notes that a future is done, through the ready queue as every callback: what ends a run of the
/// loop.
///
/// Order  a run that fails may leave its callback in the ready queue. It then ends the next run, as
///        in asyncio, unless it was this future's own exception that ended the first.
/// Source asyncio/base_events.py, run_until_complete() and _run_until_complete_cb()
class DoneFlag {
public:
    explicit DoneFlag(FutureBase& future);
    DoneFlag(const DoneFlag&) = delete;
    DoneFlag& operator=(const DoneFlag&) = delete;
    ~DoneFlag();

    bool isSet = false;

private:
    class Note;

    FutureBase& m_future;
    Note* const m_note;
    bool* const m_outer;  // the flag of the run around this one
    bool m_isCalled = false;
};

}  // namespace coroscope
