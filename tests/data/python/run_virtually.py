# SPDX-License-Identifier: MIT
"""Runs Python programs on a virtual clock: python3 run_virtually.py PROGRAM...

For each, one line of JSON: {"prints": [[ns, text], ...], "how": "ok", "deadlock", "endless" or the
exception's type, "end": ns}. Where asyncio leaves an order undefined, it is that of creation: of
timers with one deadline, and of what goes through a set.
"""

import asyncio
import builtins
import heapq
import itertools
import json
import selectors
import sys
import time
import warnings

MAX_PASSES = 200_000


class Deadlock(BaseException):
    pass


class Endless(BaseException):
    pass


class Clock:
    def __init__(self):
        self.now = 0
        self.prints = []
        self.end = None  # of the program, if it ends before its clean-up

    def advance(self, seconds):
        self.now += max(0, round(seconds * 1e9))

    def seconds(self):
        return self.now / 1e9

    def print(self, *values, flush=False):
        if self.end is None:
            self.prints.append([self.now, " ".join(map(str, values))])


class Moment(float):
    """The thread's time. Comparing it with a later one computes until then."""

    def __add__(self, seconds):
        return Moment(float(self) + seconds)

    def __lt__(self, end):
        clock.advance(end - clock.seconds())
        return False


clock = Clock()


class OrderedSet(dict):
    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    remove = discard


class Timer(asyncio.TimerHandle):
    counter = itertools.count()

    def __init__(self, *args):
        super().__init__(*args)
        self.number = next(Timer.counter)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class Selector(selectors.SelectSelector):
    def select(self, timeout=None):
        self.passes = getattr(self, "passes", 0) + 1
        if self.passes > MAX_PASSES:
            raise Endless
        if timeout is None:
            if clock.end is None:
                clock.end = clock.now
            raise Deadlock
        clock.advance(timeout)
        return []


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(Selector())
        self.tasks = []
        self.set_exception_handler(lambda loop, context: None)

    def time(self):
        return clock.seconds()

    def create_task(self, *args, **kwargs):
        task = super().create_task(*args, **kwargs)
        self.tasks.append(task)
        return task

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        timer = Timer(round(when * 1e9) / 1e9, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer


def all_tasks(loop=None):
    loop = loop or asyncio.get_running_loop()
    return OrderedSet(task for task in loop.tasks if not task.done())


def as_completed(futures, *, timeout=None):
    """As asyncio's, in the order of the arguments."""
    assert timeout is None
    todo = OrderedSet(asyncio.ensure_future(future) for future in OrderedSet(futures))
    done = asyncio.Queue()

    def on_done(future):
        todo.remove(future)
        done.put_nowait(future)

    async def wait_for_one():
        return (await done.get()).result()

    count = len(todo)
    for future in list(todo):
        future.add_done_callback(on_done)
    for _ in range(count):
        yield wait_for_one()


def install():
    warnings.simplefilter("ignore")
    asyncio.events.new_event_loop = Loop
    asyncio.tasks.set = asyncio.taskgroups.set = OrderedSet
    asyncio.tasks.all_tasks = all_tasks
    asyncio.as_completed = as_completed
    builtins.print = lambda *values, **options: clock.print(*values, **options)
    time.sleep = lambda seconds: clock.advance(seconds)
    time.perf_counter = lambda: clock.seconds()
    time.thread_time = lambda: Moment(clock.seconds())


def run(path):
    global clock
    clock = Clock()
    with open(path, encoding="utf-8") as file:
        program = compile(file.read(), path, "exec")
    how = "ok"
    try:
        exec(program, {"__name__": "__main__"})
    except BaseException as error:
        how = type(error).__name__
        how = {"Deadlock": "deadlock", "Endless": "endless"}.get(how, how)
    end = clock.now if clock.end is None else clock.end
    return {"prints": clock.prints, "how": how, "end": end}


if __name__ == "__main__":
    install()
    for name in sys.argv[1:]:
        sys.stdout.write(json.dumps(run(name)) + "\n")
