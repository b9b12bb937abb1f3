# SPDX-License-Identifier: MIT
"""Keeps the recorder's own frames out of every traceback that the user can see."""

import sys

from .sites import HERE

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
