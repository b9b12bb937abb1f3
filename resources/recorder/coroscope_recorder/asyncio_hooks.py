# SPDX-License-Identifier: MIT
"""Watches asyncio: overrides create_task and call_soon of BaseEventLoop, and Task itself.

Nothing of the user's is replaced: no task factory is set, and the tasks are asyncio's own.
"""

import sys
from types import BuiltinMethodType, CoroutineType

from . import (asyncio_awaits, awaits, clock, lanes, proxy, sites, spawns, stream, tracebacks)
from .proxy import CoroutineProxy

LANE = "_coroscope_lane"


def install(asyncio):
    base = asyncio.base_events.BaseEventLoop
    asyncio_awaits.install(asyncio)
    _override_init(base)
    _override_create_task(base)
    _override_call_soon(base, asyncio.events.Handle)
    _override_run_forever(base)


def lane_of(loop):
    """The lane of a loop; the running thread's for a loop made before the recorder came."""
    try:
        return loop._coroscope_lane
    except AttributeError:
        return lanes.local.lane


def _override_init(base):
    original = base.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self._coroscope_lane = stream.new_lane()

    base.__init__ = _like(__init__, original)


def _override_create_task(base):
    original = base.create_task

    def create_task(self, coro, **kwargs):
        return original(self, wrapped(self, coro, kwargs.get("name")), **kwargs)

    base.create_task = _like(create_task, original)


def wrapped(loop, coroutine, name):
    """The proxy for a coroutine that becomes a task; anything else as it is."""
    if type(coroutine) is not CoroutineType:
        if type(coroutine) is CoroutineProxy or not sys.modules["asyncio"].iscoroutine(coroutine):
            return coroutine
    try:
        lane = loop._coroscope_lane
    except AttributeError:
        return coroutine
    if name is None:
        number = next(lanes.task_numbers)
    else:
        number = lanes.take_number()
    spawns.created(lane, coroutine, number, name)
    return proxy.proxy_for(coroutine, lane, number)


def _override_call_soon(base, handle_class):
    original = base.call_soon

    def call_soon(self, callback, *args, context=None):
        if args and type(callback) is BuiltinMethodType:
            _woken(lane_of(self), callback, args[0])
        return original(self, callback, *args, context=context)

    base.call_soon = _like(call_soon, original)


def _woken(lane, callback, future):
    number = awaits.task_number(callback.__self__)
    if number:
        by = awaits.task_number(future) or lane.task or lane.cause
        lane.extend((clock.now(), by, number, lanes.READY))


def _override_run_forever(base):
    original = base.run_forever

    def run_forever(self):
        before = lanes.local.lane
        lane = lanes.local.lane = lane_of(self)
        lane.loops += 1
        try:
            original(self)
        finally:
            lane.loops -= 1
            lanes.local.lane = before

    base.run_forever = _like(run_forever, original)


def _like(function, original):
    for name in ("__module__", "__name__", "__qualname__", "__doc__"):
        setattr(function, name, getattr(original, name, None))
    return function
