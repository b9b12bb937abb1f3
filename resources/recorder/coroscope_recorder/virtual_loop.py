# SPDX-License-Identifier: MIT
"""Virtual time for asyncio's loops: what a selector waits for when only timers can wake it."""

import itertools
import sys

from . import lanes, stream, virtual_time
from .virtual_time import FOREVER, Parked

OWN_FILES = 1  # the loop's own pipe, by which other threads wake it


def install(asyncio):
    """Timers of one instant fire in the order in which they were made, as they do in real time,
    where no two have the same deadline; a heap alone does not keep that order."""
    plain = asyncio.events.TimerHandle
    numbers = itertools.count()

    class TimerHandle(plain):
        __slots__ = ("_coroscope_number",)

        def __init__(self, *args, **kwargs):
            plain.__init__(self, *args, **kwargs)
            self._coroscope_number = next(numbers)

        def __lt__(self, other):
            if type(other) is TimerHandle and self._when == other._when:
                return self._coroscope_number < other._coroscope_number
            return plain.__lt__(self, other)

    TimerHandle.__module__, TimerHandle.__qualname__ = plain.__module__, plain.__qualname__
    asyncio.events.TimerHandle = asyncio.TimerHandle = TimerHandle


def select_for(loop):
    """The select function for a loop's selector."""
    selector = loop._selector
    real = selector.select
    waiting = []
    _watch_wakeups(loop, waiting)

    def select(timeout=None):
        found = real(0)
        if found or timeout is not None and timeout <= 0:
            return found
        if len(selector.get_map()) > OWN_FILES:
            return _really(real, timeout, "a socket, a pipe or a subprocess is open")
        return _virtually(loop, real, timeout, waiting)

    return select


def _really(real, timeout, why):
    virtual_time.tell_real(why)
    began = virtual_time._real_now()
    found = real(timeout)
    virtual_time.flow(virtual_time._real_now() - began)
    return found


def _virtually(loop, real, timeout, waiting):
    now = virtual_time._now
    deadline = FOREVER if timeout is None else now + max(1, virtual_time.to_ns(timeout))
    parked = Parked(deadline, loop._coroscope_wake)
    waiting.append(parked)
    virtual_time.park(parked)
    try:
        began = virtual_time._real_now()
        found = real(timeout)
        if not found and timeout is not None and virtual_time._now < deadline:
            virtual_time.tell_real("another thread computes, or waits for what cannot be seen")
            virtual_time.flow(min(deadline - now, virtual_time._real_now() - began))
        return found
    finally:
        waiting.remove(parked)
        virtual_time.unpark(parked)


def _watch_wakeups(loop, waiting):
    """A write to the loop's own pipe wakes it: from then on it counts as running."""
    write = loop._write_to_self
    loop._coroscope_wake = write

    def _write_to_self():
        for parked in list(waiting):
            virtual_time.unpark(parked)
        write()

    loop._write_to_self = _write_to_self


def stand_in_for_uvloop(uvloop):
    """libuv keeps its own time: asyncio's loop runs in its place."""
    asyncio = sys.modules["asyncio"]
    stream.event(lanes.local.lane, virtual_time.record_now(), "mark", {
        "text": "uvloop has a clock of its own: asyncio's loop runs in its place"})
    uvloop.Loop = asyncio.SelectorEventLoop
    uvloop.new_event_loop = asyncio.SelectorEventLoop
    uvloop.install = lambda: None
    uvloop.EventLoopPolicy = asyncio.DefaultEventLoopPolicy
    uvloop.run = lambda main, **options: asyncio.run(main, debug=options.get("debug"))
