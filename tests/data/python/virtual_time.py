# SPDX-License-Identifier: MIT
"""CPython's own asyncio on a clock that jumps to the next deadline, with a log of all steps.

install() once, then run() a program's text. Where asyncio leaves an order undefined, it is that of
creation: of timers with one deadline, and of what goes through a set.
"""

import ast
import asyncio
import collections.abc
import heapq
import inspect
import itertools
import queue
import selectors
import sys
import textwrap
import time
import warnings

import virtual_threads

MAX_PASSES = 200_000
WORLD = "__world__"  # the global of a program under which it finds its own

# What exceptions of queues between threads are called among coroutines.
NAMES = {queue.Empty: "QueueEmpty", queue.Full: "QueueFull"}


def name_of(error):
    return NAMES.get(type(error), type(error).__name__)


current = None  # the world whose program runs


class Deadlock(BaseException):
    pass


class Endless(BaseException):
    pass


class World:
    """One program's clock and log."""

    def __init__(self):
        self.now = 0
        self.passes = 0
        self.log = []
        self.end = None  # when the program was over, if it ended before its clean-up
        self.reason = None  # why, then
        self.threads = virtual_threads.Threads(self)

    def seconds(self):
        return self.now / 1e9

    def note(self, kind, what, how=""):
        if self.end is None:
            passes = 0 if self.threads.is_in_job() else self.passes
            self.log.append((self.now, passes, kind, what, how))

    def print(self, *values, flush=False):
        self.note("print", " ".join(map(str, values)))

    def stop(self, reason):
        if self.end is None:
            self.end = self.now
            self.reason = reason
        raise reason

    def lines(self):
        numbers = itertools.count(1)
        names = {}
        for _, _, kind, what, _ in self.log:
            if kind == "create":
                name = f"Task-{next(numbers)}"
                names[what] = what.given_name or name
        for now, passes, kind, what, how in self.log:
            text = names[what] if isinstance(what, Task) else what
            yield f"{now} {passes} {kind} {text}" + (f" {how}" if how else "")


class Moment(float):
    """The thread's time. Comparing it with a later one computes until then."""

    world = None

    def __add__(self, seconds):
        return moment(self.world, float(self) + seconds)

    def __lt__(self, end):
        self.world.threads.compute(round((end - self.world.seconds()) * 1e9))
        return False


def moment(world, seconds):
    result = Moment(seconds)
    result.world = world
    return result


class OrderedSet(dict):
    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    remove = discard


def _repr(future):
    state = "cancelled" if future.cancelled() else "finished" if future.done() else "pending"
    return f"<{type(future).__name__} {state}>"


class Future(asyncio.Future):
    __repr__ = _repr


class Task(asyncio.Task):
    """A task whose number is that of its creation, whatever its name."""

    __repr__ = _repr
    given_name = None

    def set_name(self, name):
        self.given_name = str(name)


class Steps(collections.abc.Coroutine):
    """A coroutine whose steps are noted."""

    def __init__(self, coroutine, world):
        self.coroutine = coroutine
        self.world = world
        self.task = None

    def _step(self, advance, *arguments):
        note = self.world.note
        note("resume", self.task)
        try:
            result = advance(*arguments)
        except StopIteration:
            note("done", self.task, "cancelled" if self.task._must_cancel else "ok")
            raise
        except asyncio.CancelledError:
            note("done", self.task, "cancelled")
            raise
        except BaseException as error:
            note("done", self.task, name_of(error))
            raise
        note("suspend", self.task)
        return result

    def send(self, value):
        return self._step(self.coroutine.send, value)

    def throw(self, *error):
        return self._step(self.coroutine.throw, *error)

    def close(self):
        self.coroutine.close()

    def __await__(self):
        raise NotImplementedError


class Timer(asyncio.TimerHandle):
    counter = itertools.count()

    def __init__(self, *args):
        super().__init__(*args)
        self.number = next(Timer.counter)

    def __lt__(self, other):
        return (self._when, self.number) < (other._when, other.number)


class Selector(selectors.SelectSelector):
    """Lets the time pass for which the loop waits."""

    def __init__(self, world):
        super().__init__()
        self.world = world
        self.loop = None

    def select(self, timeout=None):
        world = self.world
        if not self.loop._ready:
            deadline = None if timeout is None else world.now + round(timeout * 1e9)
            if not world.threads.wait(self.loop._ready, deadline):
                world.stop(Deadlock)
        world.passes += 1
        if world.passes > MAX_PASSES:
            world.stop(Endless)
        return []


class Loop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.world = current
        selector = Selector(self.world)
        super().__init__(selector)
        selector.loop = self
        self.tasks = []
        self.set_exception_handler(lambda loop, context: None)

    def time(self):
        return self.world.seconds()

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coroutine, *, name=None, context=None):
        is_own = coroutine.__qualname__.startswith(("BaseEventLoop.", "Loop."))
        steps = coroutine if is_own else Steps(coroutine, self.world)
        task = Task(steps, loop=self, context=context)
        if name is not None:
            task.set_name(name)
        if not is_own:
            steps.task = task
            self.world.note("create", task)
            self.tasks.append(task)
        return task

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        timer = Timer(round(when * 1e9) / 1e9, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    async def shutdown_default_executor(self, timeout=None):
        if self._default_executor is not None:
            await self._default_executor.when_idle(self)


def all_tasks(loop=None):
    loop = loop or asyncio.get_running_loop()
    return OrderedSet(task for task in loop.tasks if not task.done())


class _CallSet(ast.NodeTransformer):
    """{f(x) for x in y}: set(f(x) for x in y), which can be replaced by an ordered one."""

    def visit_SetComp(self, node):
        self.generic_visit(node)
        items = ast.GeneratorExp(elt=node.elt, generators=node.generators)
        name = ast.Name(id="set", ctx=ast.Load())
        return ast.copy_location(ast.Call(func=name, args=[items], keywords=[]), node)


def _use_ordered_sets():
    tasks = asyncio.tasks
    tasks.set = asyncio.taskgroups.set = OrderedSet
    for name in ("_AsCompletedIterator", "as_completed"):
        if hasattr(tasks, name):
            source = textwrap.dedent(inspect.getsource(getattr(tasks, name)))
            tree = ast.fix_missing_locations(_CallSet().visit(ast.parse(source)))
            exec(compile(tree, tasks.__file__, "exec"), tasks.__dict__)
    asyncio.as_completed = tasks.as_completed
    tasks.all_tasks = all_tasks


def _for_programs(real, virtual):
    """A function of the time module: the virtual one for programs, the real one for the others."""

    def function(*arguments):
        world = sys._getframe(1).f_globals.get(WORLD)
        return real(*arguments) if world is None else virtual(world, *arguments)

    return function


def _sleep(world, seconds):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    world.threads.sleep(round(seconds * 1e9))


def _show_warning(message, category, filename, lineno, file=None, line=None):
    frame = sys._getframe(1)
    while frame is not None and WORLD not in frame.f_globals:
        frame = frame.f_back
    if frame is not None:
        frame.f_globals[WORLD].note("warning", str(message))


def install():
    warnings.simplefilter("always")
    warnings.showwarning = _show_warning
    asyncio.events.new_event_loop = Loop
    asyncio.base_events.MAXIMUM_SELECT_TIMEOUT = float("inf")
    _use_ordered_sets()
    time.sleep = _for_programs(time.sleep, _sleep)
    time.perf_counter = _for_programs(time.perf_counter, World.seconds)
    time.thread_time = _for_programs(time.thread_time, lambda w: moment(w, w.seconds()))
    virtual_threads.install()


def run(text, name, print_aloud=False):
    """What the program did: its log, how it ended with which message, and when."""
    global current
    world = current = World()
    how, message = "ok", ""
    names = {"__name__": "__main__", WORLD: world}
    if not print_aloud:
        names["print"] = world.print
    try:
        exec(compile(text, name, "exec"), names)
    except virtual_threads.Unsupported as error:
        how = f"unsupported: {error}"
    except BaseException as error:
        how, message = name_of(error), str(error)
    if world.reason is not None:
        how, message = world.reason.__name__.lower(), ""
    end = world.now if world.end is None else world.end
    lines = list(world.lines())
    world.end = end
    world.threads.abandon()
    return {"log": lines, "how": how, "message": message, "end": end}
