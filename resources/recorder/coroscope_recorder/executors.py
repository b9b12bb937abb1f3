# SPDX-License-Identifier: MIT
"""Jobs of executors: who gave them, when a worker took them, how they ended."""

import sys

from . import clock, lanes, rows, sites, stream, tracebacks, values
from .disguise import override


def install_threads(module):
    _watch_submit(module.ThreadPoolExecutor, _ThreadJob)


def install_processes(module):
    _watch_submit(module.ProcessPoolExecutor, None)
    _watch_running(sys.modules["concurrent.futures._base"].Future)


def install_loop(kind):
    """Ties the loop's futures to the jobs that finish them."""
    original = kind.run_in_executor

    def run_in_executor(self, executor, func, *args):
        lanes.local.job = 0
        future = original(self, executor, func, *args)
        job, lanes.local.job = lanes.local.job, 0
        if job:
            try:
                future._coroscope_job = job
                self._coroscope_lane.has_jobs = True
            except AttributeError:
                pass
        return future

    override(kind, "run_in_executor", run_in_executor)


def _watch_submit(kind, job_class):
    original = kind.submit

    def submit(self, fn, /, *args, **kwargs):
        if not stream.is_open():
            return original(self, fn, *args, **kwargs)
        lane, parent = rows.running()
        number = lanes.take_number()
        frame = sites.user_frame(sys._getframe(1))
        rows.created(lane, number, "", _label(fn, args, kwargs), parent, "job", sites.at(frame))
        function = fn if job_class is None else job_class(number, fn)
        future = original(self, function, *args, **kwargs)
        if job_class is None:
            future._coroscope_job = number
            if getattr(future, "_coroscope_runs", False):
                _tell_running(future)
        future.add_done_callback(_Ended(number, job_class is None))
        lanes.local.job = number
        return future

    override(kind, "submit", submit)


def _label(function, args, kwargs):
    # to_thread gives partial(context.run, function, ...).
    while hasattr(function, "func") and hasattr(function, "args"):
        inner, args = function.func, tuple(function.args) + tuple(args)
        kwargs = {**function.keywords, **kwargs}
        if getattr(inner, "__name__", "") == "run" and args and callable(args[0]):
            inner, args = args[0], args[1:]
        function = inner
    name = getattr(function, "__qualname__", None)
    name = name if type(name) is str else type(function).__name__
    words = [values.shown(a, 1) for a in args]
    words += ["%s=%s" % (key, values.shown(value, 1)) for key, value in kwargs.items()]
    text = ", ".join(words)
    return "%s(%s)" % (name.rpartition("<locals>.")[2],
                       text if len(text) <= 80 else text[:79] + "…")


class _ThreadJob:
    """What the worker calls in place of the function."""

    __slots__ = ("number", "function")

    def __init__(self, number, function):
        self.number, self.function = number, function

    def __call__(self, *args, **kwargs):
        lane = lanes.local.lane
        number = self.number
        before, lane.row = lane.row, number
        stream.event(lane, clock.now(), "resume", {"task": number})
        try:
            value = self.function(*args, **kwargs)
        except BaseException as error:
            _done(lane, number, error)
            tracebacks.drop_outermost(error)
            raise
        else:
            _done(lane, number, None, value)
            return value
        finally:
            lane.row = before


def _done(lane, number, error, value=None):
    if error is None:
        fields = {"how": "returned", "value": values.shown(value)}
    else:
        fields = {"how": "raised", "error": type(error).__name__,
                  "message": values.message_of(error)}
    stream.event(lane, clock.now(), "done", {"task": number, **fields})


class _Ended:
    """The end of a job that no worker of this process tells of."""

    __slots__ = ("number", "is_remote")

    def __init__(self, number, is_remote):
        self.number, self.is_remote = number, is_remote

    def __call__(self, future):
        lane = lanes.local.lane
        if future.cancelled():
            stream.event(lane, clock.now(), "done",
                         {"task": self.number, "how": "cancelled", "error": "CancelledError",
                          "message": ""})
        elif self.is_remote:
            error = future._exception
            _done(lane, self.number, error, None if error is not None else future._result)


def _watch_running(kind):
    original = kind.set_running_or_notify_cancel

    def set_running_or_notify_cancel(self):
        runs = original(self)
        if runs:
            # The pool may come here before submit() knows the future.
            self._coroscope_runs = True
            if getattr(self, "_coroscope_job", 0):
                _tell_running(self)
        return runs

    override(kind, "set_running_or_notify_cancel", set_running_or_notify_cancel)


def _tell_running(future):
    mine = object()
    if future.__dict__.setdefault("_coroscope_told", mine) is mine:
        stream.event(lanes.local.lane, clock.now(), "resume", {"task": future._coroscope_job})
