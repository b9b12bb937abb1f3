# SPDX-License-Identifier: MIT
"""Watches trio by its own Instrument."""

import sys

from . import awaits, clock, lanes, rows, spawns, stream, trio_awaits, values
from .disguise import disguise
from .text import plain

def install(trio):
    trio_awaits.install(trio)
    instrument = _instrument_class(trio)
    for owner, name in ((trio, "run"), (trio.lowlevel, "start_guest_run")):
        setattr(owner, name, _with_instrument(getattr(owner, name), instrument))


def _with_instrument(original, instrument):
    def run(async_fn, *args, **options):
        if not stream.is_open():
            return original(async_fn, *args, **options)
        lane = stream.new_lane()
        options["instruments"] = list(options.get("instruments", ())) + [instrument(lane)]
        if clock.is_virtual and options.get("clock") is None:
            options["clock"] = _virtual_clock()
        outside = rows.enter_loop(lane)
        try:
            return original(async_fn, *args, **options)
        finally:
            rows.leave_loop(lane, outside)

    return disguise(run, original)


def _virtual_clock():
    from trio.testing import MockClock

    return MockClock(autojump_threshold=0)


def _instrument_class(trio):
    class Recorder(trio.abc.Instrument):
        """Raises nothing, whatever happens: trio would tell the user."""

        def __init__(self, lane):
            self.lane = lane
            self.numbers = {}
            self.new = set()  # tasks that were not scheduled yet: that they are ready is implied
            self.stays_ready = False  # the running task has scheduled itself
            self.waits_since = 0

        def task_spawned(self, task):
            if task.name.startswith("<"):
                return  # trio's own
            number = next(lanes.task_numbers)
            kind = "task" if self.numbers else "main"
            self.numbers[task] = number
            self.new.add(number)
            spawns.created(self.lane, task.coro, number, None, kind, self.lane.task)

        def task_scheduled(self, task):
            number = self.numbers.get(task)
            if number is None:
                return
            lane = self.lane
            if number in self.new:
                self.new.discard(number)
            elif number == lane.task:
                self.stays_ready = True
            else:
                time = clock.now()
                if lane.task and _is_cancelled(task, trio.Cancelled):
                    fields = {"task": number, "by": lane.task}
                    stream.event(lane, time, "cancel", fields)
                lane.extend((time, lane.task, number, lanes.READY))

        def before_task_step(self, task):
            number = self.numbers.get(task)
            if number is None:
                return
            if clock.is_virtual:
                _follow(trio.current_time())
            lane = self.lane
            lane.since = clock.now()
            lane.task = number

        def after_task_step(self, task):
            lane = self.lane
            number = self.numbers.get(task)
            if number is None or lane.task != number:
                return
            began = lane.since
            point = awaits.locate(lane, number, task.coro, _SOMETHING)[2]
            lane.extend((began, clock.now() - began, number, point))
            lane.task = 0
            if self.stays_ready and not awaits.is_yield(point):
                lane.extend((clock.now(), number, number, lanes.READY))
            self.stays_ready = False
            if began > lane.due:
                stream.flush()

        def task_exited(self, task):
            number = self.numbers.pop(task, None)
            if number is not None:
                outcome = _outcome_of(sys._getframe(1), task)
                _exited(self.lane, number, outcome, trio.Cancelled)

        def before_io_wait(self, timeout):
            self.waits_since = clock.now()

        def after_io_wait(self, timeout):
            began = self.waits_since
            if clock.is_virtual:
                _follow(trio.current_time())
            waited = clock.now() - began
            if waited > 20_000:
                self.lane.extend((began, waited, 0, lanes.IDLE))

    return Recorder


def _is_cancelled(task, cancelled):
    """Whether a task is woken by Cancelled. Its sleep ends so, too, but then no task runs."""
    return isinstance(getattr(getattr(task, "_next_send", None), "error", None), cancelled)


_SOMETHING = object()  # what trio's tasks yield says nothing


def _exited(lane, number, outcome, cancelled):
    now = clock.now()
    began = lane.since if lane.task == number else now
    lane.extend((began, now - began, number, lanes.LAST_AND_DONE))
    lane.task = 0
    line = {"e": "done", "t": now - stream.zero(), "task": number, "how": "returned"}
    error = getattr(outcome, "error", None)
    if error is None:
        line["value"] = values.shown(getattr(outcome, "value", None))
    else:
        line["how"] = "cancelled" if isinstance(error, cancelled) else "raised"
        line["error"], line["message"] = type(error).__name__, values.message_of(error)
    lane.ends.append(plain(line))


def _outcome_of(frame, task):
    """trio tells its instruments not how a task ended: but who tells them knows."""
    for _ in range(4):
        if frame is None:
            return None
        if frame.f_code.co_name == "task_exited":
            runner = frame.f_locals.get("self")
            if task is getattr(runner, "main_task", None):
                return runner.main_task_outcome
            return frame.f_locals.get("outcome")
        frame = frame.f_back
    return None


def _follow(seconds):
    from . import virtual_time

    virtual_time.follow(seconds)
