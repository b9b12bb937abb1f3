# SPDX-License-Identifier: MIT
"""Rows for the calls of a plain program's own functions.

From 3.12 on by sys.monitoring, which costs nothing where nothing is told; before by
sys.setprofile, which slows every call, and so ends after a while.
"""

import sys

from . import clock, lanes, rows, sites, spawns, stream, values

MOST_CALLS = 500  # of one function that are told
DEEPEST = 16
MOST_EVENTS = 500_000  # of sys.setprofile, until it ends: 0.2 s; to import asyncio takes 50 000
_FUNCTION = 0x1  # neither a module nor the body of a class
_NO_CALL = 0x20 | 0x80 | 0x200  # generators, coroutines, asynchronous generators
_counts = {}


def install():
    if sys.version_info >= (3, 12):
        _monitor()
    else:
        global _profile_left
        _profile_left = MOST_EVENTS
        rows.pause_calls, rows.resume_calls = _pause, _resume
        _resume()


def _is_told(code):
    """Whether calls of this function are rows, by its code alone."""
    return (code.co_flags & _FUNCTION and not code.co_flags & _NO_CALL
            and not code.co_name.startswith("<")
            and sites.is_user(code))


def _begin(code, frame):
    """The row of a call that begins, if it gets one."""
    lane = lanes.local.lane
    if lane.task or lane.loops or not stream.is_open():
        return
    if lane.row and lane.row != lane.thread_row and not lane.calls:
        return  # an executor's job
    if len(lane.calls) >= DEEPEST or any(call[0] is code for call in lane.calls):
        return  # of a recursion the outermost call is told
    count = _counts[id(code)] = _counts.get(id(code), 0) + 1
    if count > MOST_CALLS:
        return
    _, parent = rows.running()
    number = lanes.take_number()
    label = "%s(%s)" % (sites.function_name(code), spawns.arguments(code, frame.f_locals))
    caller = sites.user_frame(frame.f_back)
    rows.created(lane, number, "", label, parent, "call", sites.at(caller))
    stream.event(lane, clock.now(), "resume", {"task": number})
    lane.calls.append((frame.f_code, frame, parent))
    lane.row = number


def _end(code, frame, fields):
    lane = lanes.local.lane
    calls = lane.calls
    if not calls or calls[-1][1] is not frame:
        return
    number, lane.row = lane.row, calls.pop()[2]
    stream.event(lane, clock.now(), "done", {"task": number, **fields})


def _returned(value):
    return {"how": "returned", "value": values.shown(value)}


def _monitor():
    monitoring = sys.monitoring
    events = monitoring.events
    tool = next((i for i in (3, 4, 2) if monitoring.get_tool(i) is None), None)
    if tool is None:
        return
    disable = monitoring.DISABLE

    def started(code, offset):
        if not _is_told(code) or _counts.get(id(code), 0) > MOST_CALLS:
            return disable
        _begin(code, sys._getframe(1))
        return None

    def returned(code, offset, value):
        if not _is_told(code):
            return disable
        _end(code, sys._getframe(1), _returned(value))
        return disable if _counts.get(id(code), 0) > MOST_CALLS + 1 else None

    def unwound(code, offset, error):
        if lanes.local.lane.calls:
            _end(code, sys._getframe(1), {"how": "raised", "error": type(error).__name__,
                                          "message": values.message_of(error)})

    monitoring.use_tool_id(tool, "coroscope")
    monitoring.register_callback(tool, events.PY_START, started)
    monitoring.register_callback(tool, events.PY_RETURN, returned)
    monitoring.register_callback(tool, events.PY_UNWIND, unwound)
    monitoring.set_events(tool, events.PY_START | events.PY_RETURN | events.PY_UNWIND)


_profile_left = 0


def _profiled(frame, event, value):
    global _profile_left
    _profile_left -= 1
    if _profile_left < 0:
        _pause()
        if _counts:
            stream.event(lanes.local.lane, clock.now(), "mark",
                         {"text": "calls are told no further: there are too many"})
        return
    if event == "call":
        if _is_told(frame.f_code):
            _begin(frame.f_code, frame)
    elif event == "return" and lanes.local.lane.calls:
        _end(frame.f_code, frame, _returned(value))


def _pause():
    """While a loop runs: its tasks are told by other means."""
    if sys.getprofile() is _profiled:
        sys.setprofile(None)


def _resume():
    if _profile_left > 0 and sys.getprofile() is None:
        sys.setprofile(_profiled)
