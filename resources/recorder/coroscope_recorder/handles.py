# SPDX-License-Identifier: MIT
"""Who woke whom: call_soon is where a task becomes ready.

The override makes the Handle itself, field by field: what it costs to look it wins back by two
calls less. Where asyncio's own code is not the one this was written for, it calls that instead.
"""

import sys
from contextvars import copy_context
from types import BuiltinMethodType

from . import awaits, cancellations, clock, lanes

_SLOTS = ("_callback", "_args", "_cancelled", "_loop", "_source_traceback", "_repr",
          "__weakref__", "_context")
_CALL_SOON = {"_check_closed", "_debug", "_check_thread", "_check_callback", "_call_soon",
              "_source_traceback"}
_MAKE_HANDLE = {"events", "Handle", "_source_traceback", "_ready", "append"}


def call_soon_for(base, handle_class):
    """The call_soon of asyncio's own loops."""
    original = base.call_soon
    caused = _caused_class(handle_class)
    global _run_code
    _run_code = handle_class._run.__code__
    if not (handle_class.__slots__ == _SLOTS
            and set(original.__code__.co_names) == _CALL_SOON
            and set(base._call_soon.__code__.co_names) == _MAKE_HANDLE):
        return _plain_call_soon(original)
    new = handle_class.__new__

    def call_soon(self, callback, *args, context=None):
        lane = self._coroscope_lane
        if lane is None or self._closed or self._debug:
            return original(self, callback, *args, context=context)
        if type(callback) is not _step_type:
            if args and type(callback) is _wake_type:
                woken(lane, callback.__self__, args[0])
            elif lane.task or not args or _learning:
                cause = cause_of(lane, callback, args)
                if cause:
                    handle = caused(callback, args, self, context)
                    handle.cause, handle.lane = cause, lane
                    self._ready.append(handle)
                    return handle
            else:
                lane.caused = lane.passes  # maybe on behalf of the task that is args[0]
        handle = new(handle_class)
        handle._context = copy_context() if context is None else context
        handle._loop = self
        handle._callback = callback
        handle._args = args
        handle._cancelled = False
        handle._repr = None
        handle._source_traceback = None
        self._ready.append(handle)
        return handle

    return call_soon


def _plain_call_soon(original):
    def call_soon(self, callback, *args, context=None):
        if type(callback) is _step_type:
            return original(self, callback, context=context)
        lane = self._coroscope_lane
        if lane is not None:
            if args and type(callback) is _wake_type:
                woken(lane, callback.__self__, args[0])
            else:
                cause = cause_of(lane, callback, args)
                if cause:
                    callback = Caused(lane, cause, callback)
        return original(self, callback, *args, context=context)

    return call_soon


# For loops whose handles are not Python's: uvloop.
call_soon_around = _plain_call_soon
# What a task's step, and its wake-up by a future, are called by: known from the first one on.
_step_type = None
_wake_type = BuiltinMethodType
_OLD_WAKE = "TaskWakeupMethWrapper"  # up to 3.9
_learning = sys.version_info < (3, 10)  # until the first wake-up
_run_code = None  # of Handle._run
DEEPEST_CALLBACK = 12


def woken(lane, task, future):
    """`future` is done, for which `task` waited."""
    try:
        number = task.get_coro().number
    except AttributeError:
        return
    time = clock.now()
    if type(future) is type(task):
        by = awaits.task_number(future)
    else:
        by = lane.task or lane.cause
        if not by:
            if lane.has_jobs:
                by = getattr(future, "_coroscope_job", 0)
            if not by and lane.caused >= lane.passes - 1:
                by = _cause_of_running_handle(lane)
        error = getattr(future, "_exception", None)
        if error is not None and cancellations.is_cancelled(error):
            cancellations.expected(number)
    if future.cancelled():
        cancellations.by_future(lane, time, number, future, by)
    lane.extend((time, by, number, lanes.READY))


def _cause_of_running_handle(lane):
    """A callback of a task that is done runs: its handle has the task as its argument."""
    frame = sys._getframe(2)
    for _ in range(DEEPEST_CALLBACK):
        if frame is None:
            return 0
        if frame.f_code is _run_code:
            args = frame.f_locals["self"]._args
            return awaits.source_number(lane, args[0]) if args else 0
        frame = frame.f_back
    return 0


def cause_of(lane, callback, args):
    """The task on whose behalf a callback runs that is no task's step; 0 for none."""
    global _step_type, _wake_type, _learning
    if _step_type is None and not args and type(callback).__name__ == "TaskStepMethWrapper":
        _step_type = type(callback)
        return 0
    if args:
        if _wake_type is BuiltinMethodType and type(callback).__name__ == _OLD_WAKE:
            _wake_type, _learning = type(callback), False
            woken(lane, callback.__self__, args[0])
            return 0
        number = awaits.source_number(lane, args[0])
        if number:
            return number
    return lane.task or lane.cause


def _caused_class(handle_class):
    class Handle(handle_class):
        """Runs its callback on behalf of a task: whom it wakes, that task has woken."""

        __slots__ = ("cause", "lane")

        def _run(self):
            lane = self.lane
            lane.cause = self.cause
            try:
                handle_class._run(self)
            finally:
                lane.cause = 0

    Handle.__module__, Handle.__qualname__ = handle_class.__module__, handle_class.__qualname__
    return Handle


class Caused:
    """As the Handle above, where the handle cannot be chosen."""

    __slots__ = ("lane", "cause", "callback")

    def __init__(self, lane, cause, callback):
        self.lane, self.cause, self.callback = lane, cause, callback

    def __call__(self, *args):
        lane = self.lane
        lane.cause = self.cause
        try:
            return self.callback(*args)
        finally:
            lane.cause = 0

    def __getattr__(self, name):
        return getattr(self.callback, name)

    def __repr__(self):
        return repr(self.callback)
