# SPDX-License-Identifier: MIT
"""Where one thread, or one event loop, puts its records. Only its own thread appends to a lane.

The hot path is one list.extend of four integers: records need no lock, since the interpreter's
own lock makes extend() and the flusher's cut of the list atomic.
"""

import _thread
import itertools
import weakref

FIELDS = 4  # a record in the list: t, d, k, w

# The small numbers of w; FORMAT.md has their meaning.
READY, LAST, TARGET, LAST_AND_DONE, TURN, IDLE = range(6)
FIRST_NUMBER = 16

all_lanes = []
# Tasks count as asyncio counts its names, so that Task-7 is number 7 and needs no name line.
task_numbers = itertools.count(1)
# Everything else that has a row: jobs, calls, threads, tasks with a name of their own.
row_numbers = itertools.count(1 << 31)


class Lane:
    """`task` is the task that runs now, 0 none; `cause` the one on whose behalf a callback runs;
    `since` the start of the running step; `due` when the running thread itself must flush."""

    __slots__ = ("task", "cause", "caused", "passes", "since", "due", "records", "extend", "cut", "lines",
                 "announced", "row", "thread_row", "callbacks", "thread", "spin", "touched",
                 "is_blocked", "is_quiet", "has_jobs",
                 "ends", "loops", "calls", "origin",
                 "owner", "has_ended")

    def __init__(self, owner=None):
        self.owner = owner and weakref.ref(owner)
        self.has_ended = False
        self.task = 0
        self.cause = 0
        self.passes = 0  # of the loop over its ready queue
        self.caused = 0  # the last pass that gave the next one callbacks of finished tasks
        self.since = 0
        self.due = 0
        self.records = []
        self.extend = self.records.extend
        self.cut = 0  # how many integers were cut off the front of records so far
        self.lines = []  # (how many integers came before, text)
        self.announced = 0
        self.row = 0  # what runs outside of tasks: a thread's own code, a job, a call
        self.thread_row = 0
        self.callbacks = 0  # the row of the loop's plain callbacks
        self.has_jobs = False  # whether futures of executors were made here
        self.thread = _thread.get_ident()
        self.spin = None  # the computation that the sampler is telling of
        self.touched = 0  # the time of the last event within the running step
        self.is_blocked = False
        self.is_quiet = False  # an object is being made: what it does to its own parts is no use
        self.loops = 0
        self.origin = None  # where the last task was made; see spawns.py
        self.calls = []  # the calls that run, innermost last; see calls.py
        self.ends = []  # done lines: they may come any time after the last step's record
        all_lanes.append(self)

    def is_over(self):
        """Whether nothing can come any more."""
        if self.records or self.lines or self.ends:
            return False
        return self.has_ended or self.owner is not None and self.owner() is None

    def forget(self):
        """Drops all that is under way: in a forked child."""
        del self.records[:]
        del self.lines[:]
        del self.ends[:]
        self.task = self.cause = self.row = self.thread_row = self.callbacks = 0
        self.spin = None
        self.is_blocked = False
        del self.calls[:]

    def line(self, text):
        """Appends a line of text after the records made so far."""
        self.lines.append((self.cut + len(self.records), text))


class _Local(_thread._local):
    def __init__(self):
        self.lane = Lane()
        self.end = _End(self.lane)
        self.job = 0  # the job that this thread gave to an executor last


class _End:
    """Dies with its thread."""

    __slots__ = ("lane",)

    def __init__(self, lane):
        self.lane = lane

    def __del__(self):
        self.lane.has_ended = True
        thread_ended(self.lane)


def thread_ended(lane):
    """rows.py puts its own here."""


def forget_threads():
    """The interpreter ends: what is half gone by then must not be called."""
    if hasattr(_End, "__del__"):
        del _End.__del__


local = _Local()


def current():
    """The number of the task, job or call that runs in this thread; 0 for none."""
    lane = local.lane
    return lane.task or lane.row


def take_number():
    return next(row_numbers)


def enter_loop(lane):
    """The thread's records go to the loop's lane while it runs; returns what leave_loop needs."""
    outside = local.lane
    local.lane = lane
    lane.loops += 1
    lane.thread = _thread.get_ident()
    return outside


def leave_loop(lane, outside):
    lane.loops -= 1
    local.lane = outside
