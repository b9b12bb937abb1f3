# SPDX-License-Identifier: MIT
"""Turns the coroutine of a new task into its proxy."""

import sys
from types import CoroutineType

from . import awaits, lanes, proxy, sites, spawns, stream
from .proxy import CoroutineProxy

_take_task_number = lanes.task_numbers.__next__

# What asyncio.run itself runs at its end: no tasks of the program's.
_CLEANUP = ("shutdown_asyncgens", "shutdown_default_executor")


def wrapped(lane, coroutine, name=None):
    """The proxy for a coroutine that becomes a task; anything else as it is."""
    if type(coroutine) is not CoroutineType:
        if type(coroutine) is CoroutineProxy or not _iscoroutine(coroutine):
            return coroutine
    number = _take_task_number() if name is None else lanes.take_number()
    if getattr(coroutine, "__name__", None) in _CLEANUP and _is_asyncio(coroutine):
        return coroutine
    try:
        spawns.created(lane, coroutine, number, name)
    except Exception:  # no error of the recorder's may become one of the program's
        if stream.is_strict():
            raise
    return proxy.proxy_for(coroutine, lane, number)


def made(task, coroutine):
    """After a task of a factory's, or of eager start, was made."""
    if type(coroutine) is CoroutineProxy and task.done():
        awaits.finished_eagerly(task, coroutine.number)


def _iscoroutine(thing):
    return sys.modules["asyncio"].iscoroutine(thing)


def _is_asyncio(coroutine):
    code = getattr(coroutine, "cr_code", None)  # None for one that Cython compiled
    return code is None or not sites.is_user(code)
