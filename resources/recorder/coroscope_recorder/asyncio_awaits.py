# SPDX-License-Identifier: MIT
"""What asyncio's own coroutines wait for: one table."""

import sys

from . import awaits

NANO = 1_000_000_000


def install(asyncio):
    awaits.know_futures("task", asyncio.Task, asyncio.tasks.Task)
    awaits.know_futures("gather", asyncio.tasks._GatheringFuture)
    for owner, name, why, finder in _table(asyncio):
        function = getattr(owner, name, None)
        code = getattr(function, "__code__", None)
        if code is not None:
            awaits.know(code, why, finder)


def _table(asyncio):
    tasks, locks, queues, streams = asyncio.tasks, asyncio.locks, asyncio.queues, asyncio.streams
    base = asyncio.base_events.BaseEventLoop
    io = awaits.finder_of("io")
    yield tasks, "sleep", "sleep", _sleep
    yield tasks, "wait", "wait", _wait
    yield tasks, "_wait", "wait", _wait
    yield getattr(asyncio, "TaskGroup", None), "__aexit__", "task", _group
    yield getattr(asyncio, "threads", None), "to_thread", "executor", awaits.find_future
    if sys.version_info < (3, 12):  # from 3.12 on wait_for awaits within the task itself
        yield tasks, "wait_for", "task", _wait_for
    for kind, method, why in (
            (locks.Lock, "acquire", "lock"), (locks.Semaphore, "acquire", "semaphore"),
            (locks.Event, "wait", "event"), (locks.Condition, "wait", "condition"),
            (queues.Queue, "get", "queue"), (queues.Queue, "put", "queue"),
            (queues.Queue, "join", "queue"), (getattr(locks, "Barrier", None), "wait", "barrier")):
        yield kind, method, why, awaits.finder_of(why, "self")
    for kind, methods in (
            (streams.StreamReader, ("read", "readline", "readuntil", "readexactly")),
            (streams.StreamWriter, ("drain", "wait_closed")),
            (streams, ("open_connection", "start_server")),
            (base, ("getaddrinfo", "getnameinfo", "create_connection", "create_server"))):
        for method in methods:
            yield kind, method, "io", io


def _sleep(point, awaited, future, lane, task, frame):
    delay = awaited.cr_frame.f_locals["delay"]
    try:
        return point.number("sleep", None, round(delay * NANO))
    except (TypeError, ValueError, OverflowError):
        return point.number("sleep")


def _wait(point, awaited, future, lane, task, frame):
    awaits.targets(lane, task, awaited.cr_frame.f_locals["fs"])
    return point.number("wait")


def _wait_for(point, awaited, future, lane, task, frame):
    awaits.target(lane, task, awaited.cr_frame.f_locals.get("fut"))
    return point.number("task")


def _group(point, awaited, future, lane, task, frame):
    awaits.targets(lane, task, awaited.cr_frame.f_locals["self"]._tasks)
    return point.number("task")
