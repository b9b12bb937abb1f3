# SPDX-License-Identifier: MIT
"""Rows for code outside of tasks: a thread's own, and a loop's plain callbacks."""

import _thread
import sys

from . import clock, lanes, sites, stream


def _nothing():
    pass


pause_calls = resume_calls = _nothing  # calls.py puts its own here


def running():
    """(lane, number) of what runs in this thread now; makes a row for it if there is none yet."""
    lane = lanes.local.lane
    if lane.task:
        return lane, lane.task
    if lane.loops:
        return lane, _callbacks(lane)
    if not lane.row:
        _make_thread_row(lane)
    return lane, lane.row


def enter(lane, task, time=0):
    """Before an event of what running() named: the row of callbacks runs only at such moments."""
    if task == lane.callbacks:
        stream.event(lane, time or clock.now(), "resume", {"task": task})


def leave(lane, task, time=0):
    if task == lane.callbacks:
        stream.event(lane, time or clock.now(), "suspend", {"task": task, "why": "yield"})


def created(lane, number, name, label, parent, kind, at=0):
    fields = {"task": number, "name": name, "label": label, "parent": parent or None, "kind": kind}
    if at:
        fields["at"] = at
    if kind == "job":
        stream.ahead(clock.now(), "create", fields)  # a worker tells the rest
    else:
        stream.event(lane, clock.now(), "create", fields)


def _make_thread_row(lane):
    number = lane.row = lane.thread_row = lanes.take_number()
    threading = sys.modules.get("threading")
    thread = threading and threading._active.get(_thread.get_ident())
    frame = sites.user_frame(sys._getframe(1))
    created(lane, number, thread.name if thread else _name_of_unknown(), "", 0, "thread",
            sites.at(frame))
    stream.event(lane, clock.now(), "resume", {"task": number})


def _name_of_unknown():
    return "MainThread" if lanes.local.lane is lanes.all_lanes[0] else "thread"


def _thread_ended(lane):
    number = lane.thread_row
    if number and lane.row == number and stream.is_open():
        stream.event(lane, clock.now(), "done",
                     {"task": number, "how": "returned", "value": "None"})
        lane.row = 0


lanes.thread_ended = _thread_ended


def _callbacks(lane):
    if not lane.callbacks:
        lane.callbacks = lanes.take_number()
        created(lane, lane.callbacks, "callbacks", "", 0, "thread")
    return lane.callbacks


def enter_loop(lane):
    """The thread's own row is suspended while its loop runs; returns what leave_loop needs."""
    outside = lanes.enter_loop(lane)
    pause_calls()
    if outside.row and not outside.task:
        stream.event(outside, clock.now(), "suspend", {"task": outside.row, "why": "task"})
    return outside


def leave_loop(lane, outside):
    lanes.leave_loop(lane, outside)
    if not outside.loops:
        resume_calls()
    if outside.row and not outside.task:
        now = clock.now()
        stream.event(outside, now, "ready", {"task": outside.row, "why": "done"})
        stream.event(outside, now, "resume", {"task": outside.row})


def end(how):
    """The program is over: so are the rows of its threads. `how` as in a task's done line."""
    for lane in lanes.all_lanes:
        number = lane.thread_row
        if number and lane.row == number and not lane.loops:
            stream.event(lane, clock.now(), "done", {"task": number, **how})
            lane.row = 0
