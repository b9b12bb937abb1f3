# SPDX-License-Identifier: MIT
"""Virtual time for threads: which of them run, and where they wait for one another."""

import _thread
from itertools import islice

from . import virtual_time
from .disguise import override
from .virtual_time import FOREVER

_waiters = {}  # a condition's waiter, by identity -> Parked
_joiners = {}  # a thread -> [alarm of who joins it]
_lock = _thread.allocate_lock()


class Pool:
    """What virtual time must know of an executor."""

    __slots__ = ("queued", "running", "size")

    def __init__(self, size):
        self.queued, self.running, self.size = 0, 0, size


def install_threads(threading):
    threading._time = virtual_time.time.monotonic
    _watch_conditions(threading.Condition)
    _watch_threads(threading.Thread)


def install_pools(module):
    _watch_submit(module.ThreadPoolExecutor)
    _watch_work(module._WorkItem)


def _watch_conditions(kind):
    plain_notify = kind.notify

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _thread.allocate_lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_save()
        got = False
        try:
            if timeout is not None and timeout <= 0:
                got = waiter.acquire(False)
            else:
                deadline = (FOREVER if timeout is None
                            else virtual_time._now + virtual_time.to_ns(timeout))
                got = virtual_time.wait_for_lock(waiter, deadline,
                                                 registry=(_waiters, id(waiter)))
            return got
        finally:
            self._acquire_restore(state)
            if not got:
                try:
                    self._waiters.remove(waiter)
                except ValueError:
                    pass

    def notify(self, n=1):
        for waiter in list(islice(self._waiters, n)):
            parked = _waiters.get(id(waiter))
            if parked is not None:
                virtual_time.unpark(parked)
        plain_notify(self, n)

    override(kind, "wait", wait)
    override(kind, "notify", notify)


def _watch_threads(kind):
    plain_start, plain_run, plain_join = kind.start, kind.run, kind.join

    def start(self):
        if _is_worker(self):
            return plain_start(self)
        # Before it runs: so the clock cannot jump over its beginning.
        virtual_time.add_active(1)
        self._coroscope_counts = True
        run = self.run

        def counted():
            try:
                run()
            finally:
                _ended(self)

        self.run = counted
        try:
            plain_start(self)
        except BaseException:
            virtual_time.add_active(-1)
            raise

    def join(self, timeout=None):
        if not self.is_alive() or timeout is not None and timeout <= 0:
            return plain_join(self, timeout)
        alarm = _thread.allocate_lock()
        alarm.acquire()
        is_worker = not getattr(self, "_coroscope_counts", False)
        if is_worker:
            return _join_worker(self, plain_join, timeout)
        with _lock:
            if self not in _joiners and not self.is_alive():
                return plain_join(self, timeout)
            _joiners.setdefault(self, []).append(alarm)
        deadline = FOREVER if timeout is None else virtual_time._now + virtual_time.to_ns(timeout)
        if getattr(self, "_coroscope_over", False) or virtual_time.wait_for_lock(
                alarm, deadline, registry=(_waiters, id(alarm))):
            plain_join(self)

    override(kind, "start", start)
    override(kind, "join", join)


def _ended(thread):
    with _lock:
        thread._coroscope_over = True
        alarms = _joiners.pop(thread, [])
    for alarm in alarms:
        parked = _waiters.get(id(alarm))
        if parked is not None:
            virtual_time.unpark(parked)
        alarm.release()
    virtual_time.add_active(-1)


def _join_worker(thread, plain_join, timeout):
    """A pool's thread ends when its jobs do; without a job it ends at once, in real time."""
    parked = virtual_time.Parked(FOREVER, lambda: None, needs_job=True)
    virtual_time.park(parked)
    try:
        plain_join(thread, timeout)
    finally:
        virtual_time.unpark(parked)


def _is_worker(thread):
    module = getattr(getattr(thread, "_target", None), "__module__", "")
    return module in ("concurrent.futures.thread", "concurrent.futures.process")


def _watch_submit(kind):
    plain_submit = kind.submit

    def submit(self, fn, /, *args, **kwargs):
        pool = self.__dict__.get("_coroscope_pool")
        if pool is None:
            pool = self._coroscope_pool = Pool(self._max_workers)
            virtual_time.add_pool(pool)
        pool.queued += 1
        try:
            return plain_submit(self, _Queued(pool, fn), *args, **kwargs)
        except BaseException:
            pool.queued -= 1
            raise

    override(kind, "submit", submit)


class _Queued:
    """A job that knows its pool."""

    __slots__ = ("pool", "function")

    def __init__(self, pool, function):
        self.pool, self.function = pool, function

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)


def _watch_work(kind):
    plain_run = kind.run

    def run(self, *args):
        function = getattr(self, "fn", None) or self.task[0]
        pool = getattr(function, "pool", None)
        if pool is None:
            return plain_run(self, *args)
        virtual_time.begin_job(pool)
        try:
            plain_run(self, *args)
        finally:
            # After the future's own callbacks: whom they woke counts as running by now.
            virtual_time.end_job(pool)

    override(kind, "run", run)
