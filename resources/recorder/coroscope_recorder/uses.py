# SPDX-License-Identifier: MIT
"""Who takes and gives back what: locks, semaphores, queues, events and conditions of asyncio."""

from . import awaits, clock, lanes, objects, stream
from .disguise import override


def install(asyncio):
    locks, queues = asyncio.locks, asyncio.queues
    _after(locks.Lock, "release", "release", lambda lock: int(lock._locked))
    _after(locks.Semaphore, "release", "release", lambda semaphore: semaphore._value)
    _after(locks.Event, "set", "set", lambda event: 1)
    _after(locks.Event, "clear", "clear", lambda event: 0)
    _after(locks.Condition, "notify", "notify", lambda condition: 0)
    _after(queues.Queue, "put_nowait", "put", lambda queue: queue.qsize())
    _after(queues.Queue, "get_nowait", "get", lambda queue: queue.qsize())
    _hide_inner(queues.Queue)
    _around_acquire(locks.Lock, lambda lock: 1)
    _around_acquire(locks.Semaphore, lambda semaphore: semaphore._value)


def used(thing, op, level):
    """Tells of an operation of the running task; what runs outside of tasks is not told."""
    lane = lanes.local.lane
    if lane.task and not lane.is_quiet and stream.is_open():
        name = objects.name_of(thing)
        if name is not None and type(level) is int:
            stream.event(lane, clock.now(), "use",
                         {"task": lane.task, "object": name, "op": op, "level": level})


def _after(kind, name, op, level):
    original = kind.__dict__[name]

    def method(self, *args, **kwargs):
        # Named before: what it wakes or who waits is told under the same name.
        lane = lanes.local.lane
        if lane.task and not lane.is_quiet:
            objects.name_of(self)
        result = original(self, *args, **kwargs)
        used(self, op, level(self))
        return result

    override(kind, name, method)


def _hide_inner(kind):
    original = kind.__dict__["__init__"]

    def __init__(self, *args, **kwargs):
        lane = lanes.local.lane
        lane.is_quiet = True
        try:
            original(self, *args, **kwargs)
        finally:
            lane.is_quiet = False
        objects.hide(self._finished)

    override(kind, "__init__", __init__)


def _around_acquire(kind, level):
    original = kind.__dict__["acquire"]

    async def acquire(self):
        objects.name_of(self)
        result = await original(self)
        used(self, "acquire", level(self))
        return result

    awaits.know(acquire.__code__, "lock", _acquired)
    override(kind, "acquire", acquire)


def _acquired(point, awaited, future, lane, task, frame):
    # One code object serves both kinds.
    thing = awaited.cr_frame.f_locals["self"]
    why = "semaphore" if hasattr(thing, "_value") else "lock"
    return point.number(why, objects.name_of(thing, frame))
