# SPDX-License-Identifier: MIT
"""Keeps the recorder's own frames out of every traceback that the user can see."""

import os
import sys
import types

from .sites import HERE

_launcher = os.path.join(HERE, "launch.py")

# Before 3.11 `raise` restores the traceback that the handler was entered with, whatever
# error.__traceback__ says by then: there the frame is removed a moment later.
_later = []
_is_reraise_enough = sys.version_info >= (3, 11)


def is_own(frame):
    return frame.f_code.co_filename.startswith(HERE)


def drop_outermost(error):
    """Called in an except clause that ends with a bare `raise`."""
    trace = error.__traceback__
    if _is_reraise_enough:
        if trace is not None:
            error.__traceback__ = trace.tb_next
    else:
        _later.append(error)


def drop_now():
    """Cleans the errors that have left their frames since."""
    while _later:
        error = _later.pop()
        error.__traceback__ = without_own_frames(error.__traceback__)


def without_own_frames(trace):
    """The traceback without the recorder's frames, in place."""
    while trace is not None and is_own(trace.tb_frame):
        trace = trace.tb_next
    inner = trace
    while inner is not None:
        following = inner.tb_next
        while following is not None and is_own(following.tb_frame):
            following = following.tb_next
        if following is not inner.tb_next:
            inner.tb_next = following
        inner = following
    return trace


def clean(error, seen=None):
    """Cleans an exception and all that it was caused by."""
    seen = set() if seen is None else seen
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        error.__traceback__ = without_own_frames(error.__traceback__)
        for inner in getattr(error, "exceptions", ()) if _is_group(error) else ():
            clean(inner, seen)
        if error.__cause__ is not None:
            clean(error.__cause__, seen)
        error = error.__context__


def _is_group(error):
    return sys.version_info >= (3, 11) and isinstance(error, BaseExceptionGroup)  # noqa: F821


def install(traceback):
    """The traceback module, and so logging and user code that prints one, skips own frames."""
    for name in ("walk_tb", "_walk_tb_with_full_positions"):
        original = getattr(traceback, name, None)
        if original is not None:
            setattr(traceback, name, _skipping_tb(original))
    traceback.walk_stack = _skipping_stack(traceback.walk_stack)


def _skipping_tb(original):
    def walk(tb):
        while tb is not None and is_own(tb.tb_frame):
            tb = tb.tb_next
        return original(without_own_frames(tb))

    walk.__name__ = walk.__qualname__ = original.__name__
    return walk


def _skipping_stack(original):
    def walk_stack(f):
        if f is None:
            return original(None)
        return _users(original(f))

    return walk_stack


def _users(walk):
    for frame, line in walk:
        if is_own(frame):
            if frame.f_code.co_name == "run" and frame.f_code.co_filename == _launcher:
                return  # what called the launcher is no part of the program
            continue
        yield frame, line


def install_tasks(asyncio):
    """Task.get_stack and print_stack. The task's own class has kept the function that they call:
    so its code is changed, not the name."""
    module = asyncio.base_tasks
    function = module._task_get_stack
    original = types.FunctionType(function.__code__, function.__globals__)

    def get_stack(task, limit):
        frames = original(task, None)
        first = 0
        for index, frame in enumerate(frames):
            if is_own(frame) and frame.f_code.co_filename == _launcher:
                first = index + 1
        frames = [frame for frame in frames[first:] if not is_own(frame)]
        return frames if limit is None else frames[-limit:] if limit > 0 else []

    def _task_get_stack(task, limit):
        return _coroscope_get_stack(task, limit)  # noqa: F821

    module._coroscope_get_stack = get_stack
    function.__code__ = _task_get_stack.__code__
