# SPDX-License-Identifier: MIT
"""Pools of threads and processes in virtual time: real threads, of which one runs at a time.

Waiting overlaps. Events of one instant: threads in the order of their start, all of them before the
loop's timers. Who sleeps gives the interpreter's lock up, were it for no time at all. Computing
beside other threads is not simulated, nor is a switch between processes that share a core.
"""

import collections
import concurrent.futures.process
import concurrent.futures.thread
import threading

WORKERS = 8
CORES = 4


class Unsupported(BaseException):
    pass


class Abandoned(BaseException):
    pass


class Cores:
    """What a thread needs to go on: the interpreter's one lock, or the cores of processes. They
    are handed on first come, first served."""

    def __init__(self, count):
        self.free = count
        self.waiting = collections.deque()

    def want(self, thread):
        thread.wake = None
        if self.free > 0 and not self.waiting:
            self._grant(thread)
        else:
            self.waiting.append(thread)

    def give_up(self, thread):
        thread.has_core = False
        self.free += 1
        if self.waiting:
            self._grant(self.waiting.popleft())

    def _grant(self, thread):
        self.free -= 1
        thread.has_core = True


class Thread:
    def __init__(self, cores):
        self.cores = cores
        self.has_core = False
        self.wake = None  # when it has slept enough
        self.busy_until = 0  # when it has computed enough

    def wants_core(self, now):
        return self.wake is not None and self.wake <= now

    def can_go_on(self, now):
        return self.has_core and self.busy_until <= now

    def next(self):
        return self.busy_until if self.has_core else self.wake


class Job(Thread):
    """A function in a pool's thread, which runs while the scheduler waits for it."""

    def __init__(self, threads, future, function, arguments, pool):
        super().__init__(pool.cores or threads.interpreter)
        self.threads = threads
        self.future = future
        self.function = lambda: function(*arguments)
        self.pool = pool
        self.turn = threading.Semaphore(0)
        self.thread = None

    def advance(self):
        """Runs until the function sleeps, computes or ends."""
        if self.thread is None:
            self.thread = threading.Thread(target=self._run, daemon=True)
            self.thread.start()
        self.turn.release()
        self.threads.back.acquire()

    def sleep(self, length):
        self.wake = self.threads.world.now + length
        self.cores.give_up(self)
        self._pause()

    def compute(self, length):
        self.busy_until = self.threads.world.now + length
        self._pause()

    def _pause(self):
        self.threads.back.release()
        self.turn.acquire()
        if self.threads.is_abandoned:
            raise Abandoned

    def _run(self):
        self.turn.acquire()
        self.threads.local.job = self
        result = error = None
        try:
            result = self.function()
        except BaseException as raised:
            error = raised
        if self.threads.is_abandoned:
            return
        self.pool.ended(self)
        if error is None:
            self.future.set_result(result)
        else:
            self.future.set_exception(error)
        self.threads.back.release()


class Threads:
    def __init__(self, world):
        self.world = world
        self.interpreter = Cores(1)
        self.all = []  # in order of their start
        self.back = threading.Semaphore(0)
        self.local = threading.local()
        self.is_abandoned = False
        self.loop = Thread(self.interpreter)  # the one that the loop runs on
        self.start(self.loop)

    def start(self, thread):
        self.all.append(thread)
        thread.cores.want(thread)

    def stop(self, thread):
        self.all.remove(thread)
        thread.cores.give_up(thread)

    def is_in_job(self):
        return hasattr(self.local, "job")

    def _due(self):
        """The next thread to go on in this instant."""
        now = self.world.now
        while True:
            for thread in self.all:
                if thread.can_go_on(now):
                    return thread
                if thread.wants_core(now):
                    thread.cores.want(thread)
                    break
            else:
                return None

    def _next(self):
        if any(thread.cores.waiting for thread in self.all):
            raise Unsupported("more that compute than cores")
        times = [thread.next() for thread in self.all]
        return min((time for time in times if time is not None), default=None)

    def _run_due(self):
        """False once it is the loop's turn."""
        while (thread := self._due()) is not None:
            if thread is self.loop:
                return False
            thread.advance()
        return True

    def sleep(self, length):
        job = getattr(self.local, "job", None)
        if job is not None:
            job.sleep(length)
            return
        self.loop.wake = self.world.now + length
        self.interpreter.give_up(self.loop)
        while self._run_due():
            self.world.now = self._next()

    def compute(self, length):
        job = getattr(self.local, "job", None)
        if job is not None and job.pool.cores is not None:
            job.compute(length)
        elif len(self.all) > 1:
            raise Unsupported("computing beside threads")
        else:
            self.world.now += max(0, length)

    def wait(self, ready, deadline):
        """Until something is ready or the deadline is there; False if nothing ever will be."""
        self.stop(self.loop)
        is_due = self._pass_until(ready, deadline)
        self.start(self.loop)
        self._run_due()
        return is_due

    def _pass_until(self, ready, deadline):
        self._run_due()
        while not ready:
            times = [time for time in (self._next(), deadline) if time is not None]
            if not times:
                return False
            self.world.now = max(self.world.now, min(times))
            self._run_due()
            if self.world.now == deadline:
                break
        return True

    def abandon(self):
        self.is_abandoned = True
        for job in self.all:
            if job is not self.loop:
                job.turn.release()


class ThreadPool(concurrent.futures.ThreadPoolExecutor):
    """Its jobs begin when the loop waits or sleeps, first come, first served."""

    def __init__(self, max_workers=None, **others):
        super().__init__(max_workers or WORKERS, **others)
        self.queued = []
        self.running = []
        self.when_all_ended = None
        self.cores = self.own_cores()

    def submit(self, function, /, *arguments):
        import virtual_time

        threads = virtual_time.current.threads
        future = concurrent.futures.Future()
        self.queued.append(Job(threads, future, function, arguments, self))
        self._start_next()
        return future

    def _start_next(self):
        while self.queued and len(self.running) < self._max_workers:
            job = self.queued.pop(0)
            if not job.future.set_running_or_notify_cancel():
                continue
            self.running.append(job)
            job.threads.start(job)
            return

    def ended(self, job):
        self.running.remove(job)
        job.threads.stop(job)
        self._start_next()
        if self.when_all_ended is not None and not self.running:
            self.when_all_ended()

    def own_cores(self):
        """None: its threads share the interpreter's lock."""
        return None

    async def when_idle(self, loop):
        if self.running:
            idle = loop.create_future()
            self.when_all_ended = lambda: loop.call_soon_threadsafe(idle.set_result, None)
            await idle


class ProcessPool(ThreadPool):
    def own_cores(self):
        return Cores(CORES)


def install():
    concurrent.futures.process.ProcessPoolExecutor = ProcessPool
    concurrent.futures.ProcessPoolExecutor = ProcessPool
    concurrent.futures.thread.ThreadPoolExecutor = ThreadPool
    concurrent.futures.ThreadPoolExecutor = ThreadPool
