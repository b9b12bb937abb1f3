# SPDX-License-Identifier: MIT
"""What trio's own coroutines wait for: one table."""

from . import asyncio_awaits, awaits, objects


def install(trio):
    for function, why, finder in _table(trio):
        function = getattr(function, "__wrapped__", function)
        code = getattr(function, "__code__", None)
        if code is not None:
            awaits.know(code, why, finder)


def _table(trio):
    plain = awaits.finder_of
    yield trio.sleep, "sleep", _sleep
    yield trio.sleep_until, "sleep", plain("sleep")
    yield trio.sleep_forever, "sleep", plain("sleep")
    for name in ("checkpoint", "cancel_shielded_checkpoint", "checkpoint_if_cancelled"):
        yield getattr(trio.lowlevel, name), "yield", plain("yield")
    for kind, methods, why in (
            (trio.Lock, ("acquire",), "lock"),
            (trio.Semaphore, ("acquire",), "semaphore"),
            (trio.CapacityLimiter, ("acquire", "acquire_on_behalf_of"), "semaphore"),
            (trio.Event, ("wait",), "event"), (trio.Condition, ("wait",), "condition"),
            (trio.MemorySendChannel, ("send",), "queue"),
            (trio.MemoryReceiveChannel, ("receive",), "queue")):
        for method in methods:
            yield getattr(kind, method, None), why, plain(why, "self")
    yield trio.Lock.__aenter__, "lock", _entered  # common to locks and semaphores
    manager = getattr(trio._core._run, "NurseryManager", None)
    yield getattr(manager, "__aexit__", None), "task", _nursery
    yield trio.to_thread.run_sync, "executor", plain("executor")
    for name in ("open_tcp_stream", "serve_tcp", "run_process"):
        yield getattr(trio, name, None), "io", plain("io")
    for name in ("wait_readable", "wait_writable"):
        yield getattr(trio.lowlevel, name), "io", plain("io")
    for method in ("send_all", "receive_some"):
        yield getattr(trio.SocketStream, method), "io", plain("io")


def _sleep(point, awaited, future, lane, task, frame):
    seconds = awaited.cr_frame.f_locals["seconds"]
    if seconds == 0:
        return point.number("yield")
    try:
        return point.number("sleep", None, round(seconds * asyncio_awaits.NANO))
    except (TypeError, ValueError, OverflowError):
        return point.number("sleep")


def _entered(point, awaited, future, lane, task, frame):
    thing = awaited.cr_frame.f_locals.get("self")
    why = "lock" if "Lock" in type(thing).__name__ else "semaphore"
    return point.number(why, objects.name_of(thing, frame))


def _nursery(point, awaited, future, lane, task, frame):
    return point.number("task")
