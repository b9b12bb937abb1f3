# SPDX-License-Identifier: MIT
"""A clock that jumps: nobody waits for a sleep when all that runs waits.

A thread is parked while it sleeps, waits for its loop's selector, joins or waits on a condition.
The clock stands still while anything runs; when all that runs is parked it jumps to the earliest
deadline. What cannot be seen through (sockets, a lock, C code) is waited for in real time, which
then flows into the virtual time: late, but never wrong.
"""

import _thread
import time

from . import clock, stream

START = 1_000_000_000_000  # ns; binary fractions of a second stay exact when added
PATIENCE = 1000  # readings of a clock that stands still, until it goes: for loops that poll it
FOREVER = float("inf")

_real_now = time.monotonic_ns
_lock = _thread.RLock()  # a __del__ that sleeps may interrupt whoever holds it
_now = START
_tick = START - 1
_wall = time.time_ns() - START
_readings = 0
_flowing_since = 0
_active = 1  # threads and jobs that could run; the main thread is one
_parked = []
_pools = []
has_real_waits = False
_followed = None  # (another clock's seconds, the time here at that moment)


class Parked:
    """A thread that waits until `deadline`, or to be woken by `wake` (called with the lock held)."""

    __slots__ = ("deadline", "wake", "needs_job")

    def __init__(self, deadline, wake, needs_job=False):
        self.deadline, self.wake, self.needs_job = deadline, wake, needs_job


def record_now():
    """The recorder's own clock: two readings are never equal, so the order of events is kept."""
    global _tick
    now = _now
    _tick = now if now > _tick else _tick + 1
    return _tick


def read():
    """What the program's clocks say, in ns."""
    global _readings, _flowing_since
    _readings += 1
    if _readings > PATIENCE:
        real = _real_now()
        if _flowing_since:
            _advance(_now + real - _flowing_since)
        _flowing_since = real
    return _now


def install():
    """First of all: whatever reads a clock later reads this one."""
    clock.now, clock.is_virtual = record_now, True
    clock.wall = lambda: _wall + _now
    time.monotonic_ns = time.perf_counter_ns = read
    time.monotonic = time.perf_counter = lambda: read() / 1e9
    time.time_ns = lambda: _wall + read()
    time.time = lambda: (_wall + read()) / 1e9
    time.sleep = sleep


def sleep(seconds):
    if isinstance(seconds, str) or seconds < 0:
        return _real_sleep(seconds)  # which raises what it always raises
    wait(to_ns(seconds))


_real_sleep = time.sleep


def to_ns(seconds):
    return round(seconds * 1e9)


def wait(duration):
    """Waits in this thread for so many ns."""
    alarm = _thread.allocate_lock()
    alarm.acquire()
    with _lock:
        deadline = _now + duration
    wait_for_lock(alarm, deadline)


def wait_for_lock(alarm, deadline, needs_job=False, registry=None):
    """Waits until `alarm` is released or the clock has reached `deadline`; whether it was the
    former. Whoever releases it must have called woken() with `registry` and its key before."""
    timed_out = []

    def wake():
        timed_out.append(True)
        alarm.release()

    parked = Parked(deadline, wake, needs_job)
    if registry is not None:
        registry[0][registry[1]] = parked
    began = _real_now()
    left = -1 if deadline == FOREVER else min(max(0, deadline - _now) / 1e9, _thread.TIMEOUT_MAX)
    park(parked)
    got = alarm.acquire(True, left) if left >= 0 else alarm.acquire()
    with _lock:
        _unpark(parked)
        if registry is not None:
            registry[0].pop(registry[1], None)
        if not got:
            tell_real("another thread computes, or waits for what cannot be seen")
            _advance(min(deadline, _now + _real_now() - began))
    return got and not timed_out


def park(parked):
    with _lock:
        _parked.append(parked)
        _jump_if_all_wait()


def unpark(parked):
    with _lock:
        _unpark(parked)


def _unpark(parked):
    if parked in _parked:
        _parked.remove(parked)


def add_active(count):
    """One more thread or job can run, or one less."""
    global _active
    with _lock:
        _active += count
        if count < 0:
            _jump_if_all_wait()


def add_pool(pool):
    with _lock:
        _pools.append(pool)


def begin_job(pool):
    global _active
    with _lock:
        _active += 1
        pool.running += 1
        pool.queued -= 1


def end_job(pool):
    global _active
    with _lock:
        _active -= 1
        pool.running -= 1
        _jump_if_all_wait()


def _jump_if_all_wait():
    global _readings, _flowing_since
    _readings = _flowing_since = 0
    if len(_parked) < _active or not _parked:
        return
    running = 0
    for pool in _pools:
        if pool.queued > 0 and pool.running < pool.size:
            return  # a worker is about to take a job
        running += pool.running
    if not running and any(parked.needs_job for parked in _parked):
        return  # the worker that is joined ends any moment
    # One at a time, the first to wait first: at one instant threads run one after the other.
    first = min(_parked, key=_deadline_of)
    if first.deadline == FOREVER:
        return
    _advance(first.deadline)
    _parked.remove(first)
    first.wake()


def _deadline_of(parked):
    return parked.deadline


def _advance(time_):
    global _now
    if time_ > _now:
        _now = time_


def flow(duration):
    """Time that was waited in real time."""
    with _lock:
        _advance(_now + duration)


def tell_real(why):
    """Says once in the stream that the clock is not only virtual any more."""
    global has_real_waits
    if not has_real_waits:
        has_real_waits = True
        from . import lanes

        stream.event(lanes.local.lane, record_now(), "mark",
                     {"text": "waits in real time: " + why, "real_time": True})


def follow(seconds):
    """For a loop with a virtual clock of its own: its time since it was first followed."""
    global _followed
    with _lock:
        if _followed is None or seconds < _followed[0]:
            _followed = (seconds, _now)
        _advance(_followed[1] + to_ns(seconds - _followed[0]))
