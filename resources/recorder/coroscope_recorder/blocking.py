# SPDX-License-Identifier: MIT
"""What holds a thread while a task runs: time.sleep at once, computing by samples."""

import sys
import time

from . import clock, lanes, rows, sites, stream
from .disguise import override

LONG = 50_000_000  # ns; a step that has run for so long computes
SAME_LINE = 1_000_000_000  # ns; how often the line of a long computation is told anew


class _Spin:
    """A computation that is being told: the step it is in, its last line and when that was."""

    __slots__ = ("since", "task", "at", "time")

    def __init__(self, since, task, at, now):
        self.since, self.task, self.at, self.time = since, task, at, now


def install():
    _watch_sleep(time)
    stream.before_flush.append(_sample)


def _watch_sleep(module):
    original = module.sleep

    def sleep(seconds):
        if not stream.is_open() or not _is_wait(seconds):
            return original(seconds)
        lane, task = rows.running()
        at = sites.at(sites.user_frame(sys._getframe(1)))
        with blocked(lane, task, "sleep", at):
            return original(seconds)

    override(module, "sleep", sleep)


def _is_wait(seconds):
    try:
        return seconds > 0
    except TypeError:
        return False


class blocked:
    """with blocked(...): from block to unblock, whatever happens in between."""

    __slots__ = ("lane", "task")

    def __init__(self, lane, task, why, at):
        self.lane, self.task = lane, task
        lane.is_blocked = True
        rows.enter(lane, task)
        stream.event(lane, clock.now(), "block", {"task": task, "why": why, "at": at})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        lane = self.lane
        stream.event(lane, clock.now(), "unblock", {"task": self.task})
        lane.is_blocked = False
        rows.leave(lane, self.task)


def _sample(now):
    frames = None
    for lane in list(lanes.all_lanes):
        task, since, spin = lane.task, lane.since, lane.spin
        if spin is not None and (spin.since != since or spin.task != task):
            _end_at_step(lane, spin)
            spin = None
        if not task or lane.is_blocked or now - max(since, lane.touched) < LONG:
            continue
        if frames is None:
            frames = sys._current_frames()
        frame = sites.user_frame(frames.get(lane.thread))
        if frame is not None and lane.task == task and lane.since == since:
            _tell(lane, task, since, spin, sites.at(frame), now)


def _tell(lane, task, since, spin, at, now):
    if spin is None:
        begin = max(since, lane.touched + 1)
        if lane.announced != since:
            lane.announced = since
            stream.event(lane, since, "resume", {"task": task})
        stream.event(lane, begin, "block", {"task": task, "why": "work", "at": at})
        lane.spin = _Spin(since, task, at, now)
    elif spin.at != at and now - spin.time > SAME_LINE:
        lane.spin = None
        stream.event(lane, now, "unblock", {"task": task})
        stream.event(lane, now, "block", {"task": task, "why": "work", "at": at})
        lane.spin = _Spin(since, task, at, now)


def _end_at_step(lane, spin):
    """The computation ended with its step, whose record is somewhere in the lane."""
    lane.spin = None
    records = lane.records
    for i in range(0, len(records), lanes.FIELDS):
        if records[i] == spin.since and records[i + 2] == spin.task and records[i + 3] > 2:
            end = records[i] + records[i + 1]
            stream.insert(lane, lane.cut + i, end, "unblock", {"task": spin.task})
            return
