# SPDX-License-Identifier: MIT
"""Watches asyncio: overrides create_task and call_soon of BaseEventLoop, and asyncio.Task itself.

Nothing of the user's is replaced: no task factory is set, and the tasks are asyncio's own.
"""

import sys

from . import asyncio_awaits, direct_tasks, executors, handles, loop_passes, names_of_tasks, rows, spawns, stream, tasks, tracebacks, uses
from .disguise import override


def install(asyncio):
    asyncio_awaits.install(asyncio)
    uses.install(asyncio)
    spawns.install(asyncio.tasks)
    base = asyncio.base_events.BaseEventLoop
    base._coroscope_lane = None  # of a loop that was made before the recorder came
    override_loop(base, handles.call_soon_for(base, asyncio.events.Handle))
    executors.install_loop(base)
    direct_tasks.install(asyncio)
    names_of_tasks.install(asyncio.tasks)
    tracebacks.install_tasks(asyncio)


def override_loop(kind, call_soon):
    """Watches one class of event loops."""
    override(kind, "call_soon", call_soon)
    override(kind, "__init__", _init_for(kind.__init__))
    override(kind, "create_task", _create_task_for(kind.create_task, hasattr(kind, "_run_once")))
    override(kind, "run_forever", _run_forever_for(kind.run_forever))


def _init_for(original):
    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self._coroscope_lane = stream.new_lane(self)

    return __init__


def _create_task_for(original, is_asyncio):
    asyncio_task = sys.modules["asyncio.tasks"].Task
    wrapped = tasks.wrapped

    def create_task(self, coro, *, name=None, **others):
        lane = self._coroscope_lane
        if lane is None:
            return original(self, coro, name=name, **others)
        coro = wrapped(lane, coro, name)
        if others or (self._task_factory is not None or self._debug or self._closed
                      if is_asyncio else _is_special(self)):
            if name is not None:
                others["name"] = name
            task = original(self, coro, **others)
            tasks.made(task, coro)
            return task
        return asyncio_task(coro, loop=self, name=name)

    return create_task


def _is_special(loop):
    """Whether the loop's own create_task does more than to make a Task."""
    return loop.get_task_factory() is not None or loop.get_debug() or loop.is_closed()


def _run_forever_for(original):
    def run_forever(self):
        lane = self._coroscope_lane
        if lane is None:
            return original(self)
        outside = rows.enter_loop(lane)
        unwatch = loop_passes.watch(self, lane)
        try:
            return original(self)
        finally:
            unwatch()
            rows.leave_loop(lane, outside)

    return run_forever
