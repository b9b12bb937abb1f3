# SPDX-License-Identifier: MIT
"""asyncio.Task(...) called directly: bypasses create_task, so the class itself is stood in for.

The stand-in makes real tasks, of asyncio's own class, which its fast paths know; it says yes to
isinstance for them, and classes derived from it work as ever.
"""

import sys

from . import tasks


def install(asyncio):
    real = asyncio.tasks.Task
    stand_in = _stand_in(real)
    asyncio.Task = asyncio.tasks.Task = stand_in


def _stand_in(real):
    class Meta(type(real)):
        def __call__(cls, *args, **kwargs):
            args, kwargs = _with_proxy(args, kwargs)
            if cls is stand_in:
                task = real(*args, **kwargs)
            else:
                task = type.__call__(cls, *args, **kwargs)
            tasks.made(task, args[0] if args else kwargs.get("coro"))
            return task

        def __instancecheck__(cls, thing):
            if cls is stand_in:
                return isinstance(thing, real)
            return type.__instancecheck__(cls, thing)

        def __subclasscheck__(cls, kind):
            if cls is stand_in:
                return issubclass(kind, real)
            return type.__subclasscheck__(cls, kind)

        def __repr__(cls):
            return repr(real) if cls is stand_in else type.__repr__(cls)

    stand_in = Meta("Task", (real,), {"__module__": real.__module__, "__doc__": real.__doc__,
                                      "__qualname__": real.__qualname__})
    return stand_in


def _with_proxy(args, kwargs):
    coroutine = args[0] if args else kwargs.get("coro")
    loop = kwargs.get("loop")
    if loop is None:
        loop = sys.modules["asyncio"]._get_running_loop()
    lane = getattr(loop, "_coroscope_lane", None)
    if lane is not None and coroutine is not None:
        proxy = tasks.wrapped(lane, coroutine, kwargs.get("name"))
        if args:
            args = (proxy,) + args[1:]
        else:
            kwargs["coro"] = proxy
    return args, kwargs
