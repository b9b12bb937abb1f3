# SPDX-License-Identifier: MIT
"""Pools of threads and processes in virtual time: real threads, of which one runs at a time.

Waiting overlaps. Events of one instant: threads in the order of their start, all of them before the
loop's timers. Computing beside other threads is not simulated.
"""

import concurrent.futures.process
import concurrent.futures.thread
import threading

WORKERS = 8
CORES = 4


class Unsupported(BaseException):
    pass


class Abandoned(BaseException):
    pass


class Job:
    """A function in a pool's thread, which runs while the scheduler waits for it."""

    def __init__(self, threads, future, function, arguments, pool):
        self.threads = threads
        self.wake = threads.world.now
        self.future = future
        self.function = lambda: function(*arguments)
        self.pool = pool
        self.turn = threading.Semaphore(0)
        self.thread = None

    def advance(self):
        """Runs until the function sleeps or ends."""
        if self.thread is None:
            self.thread = threading.Thread(target=self._run, daemon=True)
            self.thread.start()
        self.turn.release()
        self.threads.back.acquire()

    def sleep(self, length):
        self.wake = self.threads.world.now + length
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
        self.wake = None
        self.pool.ended(self)
        if error is None:
            self.future.set_result(result)
        else:
            self.future.set_exception(error)
        self.threads.back.release()


class Loop:
    """The loop's own thread among the others."""

    wake = None


class Threads:
    def __init__(self, world):
        self.world = world
        self.loop = Loop()
        self.all = [self.loop]  # in order of their start
        self.back = threading.Semaphore(0)
        self.local = threading.local()
        self.is_abandoned = False
        self.first = None  # a job whose thread has just ended another and goes straight on

    def start(self, job):
        self.all.append(job)

    def stop(self, job):
        self.all.remove(job)

    def is_in_job(self):
        return hasattr(self.local, "job")

    def has_unbegun(self, job):
        """Whether another one waits for its first turn: it comes before this one."""
        return any(
            other is not job and other is not self.loop and other.thread is None
            for other in self.all
        )

    def _due(self):
        if self.first is not None:
            job, self.first = self.first, None
            return job
        for thread in self.all:
            if thread.wake is not None and thread.wake <= self.world.now:
                return thread
        return None

    def _next(self):
        wakes = [thread.wake for thread in self.all if thread.wake is not None]
        return min(wakes) if wakes else None

    def _run_due(self):
        """False once the loop's thread is due itself."""
        while (thread := self._due()) is not None:
            if thread is self.loop:
                thread.wake = None
                return False
            thread.advance()
        return True

    def sleep(self, length):
        job = getattr(self.local, "job", None)
        if job is not None:
            job.sleep(length)
            return
        self.loop.wake = self.world.now + length
        while self._run_due():
            self.world.now = self._next()

    def compute(self, length):
        job = getattr(self.local, "job", None)
        if job is not None and job.pool.has_cores():
            job.sleep(length)
        elif len(self.all) > 1:
            raise Unsupported("computing beside threads")
        else:
            self.world.now += max(0, length)

    def wait(self, ready, deadline):
        """Until something is ready or the deadline is there; False if nothing ever will be."""
        self._run_due()
        while not ready:
            times = [time for time in (self._next(), deadline) if time is not None]
            if not times:
                return False
            self.world.now = max(self.world.now, min(times))
            self._run_due()
            if self.world.now == deadline:
                break
        self.all.remove(self.loop)
        self.all.append(self.loop)
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
            job.wake = job.threads.world.now
            self.running.append(job)
            job.threads.start(job)
            return job
        return None

    def ended(self, job):
        self.running.remove(job)
        job.threads.stop(job)
        following = self._start_next()
        if following is not None and not job.threads.has_unbegun(following):
            job.threads.first = following
        if self.when_all_ended is not None and not self.running:
            self.when_all_ended()

    def has_cores(self):
        """Whether its jobs compute without waiting for one another."""
        return False

    async def when_idle(self, loop):
        if self.running:
            idle = loop.create_future()
            self.when_all_ended = lambda: loop.call_soon_threadsafe(idle.set_result, None)
            await idle


class ProcessPool(ThreadPool):
    def has_cores(self):
        return len(self.running) <= CORES


def install():
    concurrent.futures.process.ProcessPoolExecutor = ProcessPool
    concurrent.futures.ProcessPoolExecutor = ProcessPool
    concurrent.futures.thread.ThreadPoolExecutor = ThreadPool
    concurrent.futures.ThreadPoolExecutor = ThreadPool
