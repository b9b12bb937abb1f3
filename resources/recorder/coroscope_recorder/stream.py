# SPDX-License-Identifier: MIT
"""The stream: collects what the lanes hold and writes it as lines of JSON (FORMAT.md).

A thread flushes every PERIOD. Where it does not get its turn, because the program computes without
a pause, the program's own thread flushes at its next step: so a kill loses the last 100 ms at most.
"""

import _thread
import itertools
import os

from . import clock, lanes, packing
from .text import plain

PERIOD = 0.05
PAUSE = 0.01
INLINE_AFTER = 75_000_000  # ns; see lanes.Lane.due
ANNOUNCE_AFTER = 20_000_000  # ns; a step that is longer is told before it ends
MOST_PENDING = 64 << 20  # bytes that a viewer who does not read may leave unread

_LOST = b'{"e":"lost","n":'

_numbers = itertools.count(lanes.FIRST_NUMBER)


class _State:
    fd = -1
    header = None
    zero = 0  # the clock at the header: packed times count from the clock's own zero
    is_open = False
    expander = None  # for --plain
    expander_class = None
    lost = 0
    told_lost = 0
    before = 0  # the time of the last flush


state = _State()
_definitions = []
_pending = bytearray()
_flushing = _thread.allocate_lock()
_alarm = _ended = None  # released to end the flusher; released by it when it has ended
_defined = []  # all definitions ever made, for forked children
before_flush = []  # functions(now) that may add lines: the sampler, the open text of prints


def define(line):
    """A line that others refer to: stands before all records that are made from now on."""
    text = plain(line)
    _definitions.append(text)
    if line["e"] != "name":
        _defined.append(text)


def numbered(line):
    """Defines a spawn or an await point; returns its number."""
    number = line["id"] = next(_numbers)
    if line["e"] == "await":
        packing.points[number] = line
    define(line)
    return number


def event(lane, time, kind, fields):
    """A plain event, in the order of the lane's records. `fields` is a dict."""
    spin = lane.spin
    if spin is not None and kind != "unblock" and fields.get("task") == spin.task:
        lane.spin = None
        lane.line(plain({"e": "unblock", "t": time - state.zero, "task": spin.task}))
    lane.touched = time
    line = {"e": kind, "t": time - state.zero}
    line.update(fields)
    lane.line(plain(line))


def ahead(time, kind, fields):
    """A plain event that stands before all that comes from any lane: other threads tell of it."""
    line = {"e": kind, "t": time - state.zero}
    line.update(fields)
    _definitions.append(plain(line))


def insert(lane, position, time, kind, fields):
    """A plain event before a record that is there already."""
    line = {"e": kind, "t": time - state.zero}
    line.update(fields)
    at = len(lane.lines)
    while at > 0 and lane.lines[at - 1][0] > position:
        at -= 1
    lane.lines.insert(at, (position, plain(line)))


def zero():
    return state.zero


def is_open():
    return state.is_open


def is_strict():
    """Whether errors of the recorder itself are raised: in its own tests."""
    return _strict


def create(path):
    """A new file for a stream."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o666)


def start(fd, header, expander=None):
    """Begins the stream. `expander` is a class whose take(lines) makes other lines of them."""
    state.fd, state.header, state.expander_class = fd, header, expander
    state.expander = expander and expander()
    state.zero = packing.zero = state.before = clock.now()
    state.is_open = True
    os.set_blocking(fd, False)
    _definitions.insert(0, plain({**header, "compact": 1, "zero": state.zero}))
    due = state.zero + INLINE_AFTER
    for lane in lanes.all_lanes:
        lane.due = due
    flush()
    start_flusher()


def restart(fd):
    """Begins a stream of its own in a forked child, with all that was defined so far."""
    header = {**state.header, "pid": os.getpid(), "start_unix_ns": clock.wall()}
    _definitions[:] = _defined
    start(fd, header, state.expander_class)


def new_lane(owner=None):
    """A lane for an event loop, kept as long as the loop is."""
    lane = lanes.Lane(owner)
    lane.due = clock.now() + INLINE_AFTER
    return lane


def abandon():
    """Forgets the stream without a word: in a forked child, whose parent writes on."""
    global _flushing
    state.is_open = False
    state.lost = state.told_lost = 0
    _flushing = _thread.allocate_lock()
    _pending.clear()
    _definitions.clear()
    for lane in lanes.all_lanes:
        lane.forget()


def start_flusher():
    global _alarm, _ended
    _alarm, _ended = _thread.allocate_lock(), _thread.allocate_lock()
    _alarm.acquire()
    _ended.acquire()
    # No threading.Thread: the program would find it among its own.
    _thread.start_new_thread(_flush_now_and_then, (_alarm, _ended))


def stop_flusher():
    """Returns when its thread is gone."""
    if _alarm is not None and _alarm.locked():
        _alarm.release()
        _ended.acquire()


def _flush_now_and_then(alarm, ended):
    try:
        while not alarm.acquire(True, PERIOD):
            flush()
    finally:
        ended.release()


def flush():
    """Writes what has gathered; returns at once when another thread is doing so."""
    if not _flushing.acquire(False):
        return
    try:
        if state.is_open:
            _add(_gather())
            _write()
    finally:
        _flushing.release()


def close(last_line, patience=1.0):
    """Writes everything and the last line. Gives up when the viewer reads nothing for so long."""
    stop_flusher()
    with _flushing:
        if not state.is_open:
            return
        _add(_gather())
        if last_line is not None:
            _add([last_line(clock.now() - state.zero, state.lost)])
        left = len(_pending)
        waited = 0.0
        pause = _thread.allocate_lock()  # time.sleep may run on the virtual clock
        pause.acquire()
        while _pending and state.is_open and waited < patience:
            _write(may_drop=False)
            if _pending and len(_pending) == left:
                pause.acquire(True, PAUSE)
                waited += PAUSE
            elif _pending:
                left, waited = len(_pending), 0.0
        state.is_open = False


def _gather():
    now = clock.now()
    for function in before_flush:
        function(now)
    # A thread may have read the clock, lost its turn, and not made its record yet: so nothing is
    # promised for what came after the last time.
    watermark, state.before = state.before, now
    pieces = []
    for lane in list(lanes.all_lanes):
        watermark = min(watermark, _take(lane, now, pieces))
        if lane.is_over():
            lanes.all_lanes.remove(lane)
    head = _take_definitions()
    if state.lost > state.told_lost:
        pieces.append(_LOST.decode() + "%d}" % (state.lost - state.told_lost))
        state.told_lost = state.lost
    pieces.append('{"e":"watermark","t":%d}' % max(0, watermark - state.zero))
    head.extend(pieces)
    return head


def _add(lines):
    if state.expander is not None:
        lines = state.expander.take(lines)
    if lines:
        _pending.extend(("\n".join(lines) + "\n").encode())


def _take_definitions():
    count = len(_definitions)
    taken = _definitions[:count]
    del _definitions[:count]
    return taken


def _take(lane, now, pieces):
    """Cuts a lane's records; returns the time before which nothing more will come from it."""
    task, since = lane.task, lane.since  # before the cut: what ends meanwhile is in the cut
    count = len(lane.records)
    records = lane.records[:count]
    del lane.records[:count]
    start, lane.cut = lane.cut, lane.cut + count
    lane.due = now + INLINE_AFTER
    lines = lane.lines
    taken = 0
    done = 0
    for position, text in lines:
        position -= start
        if position > count:
            break
        if position > done:
            packing.pack(records[done:position], pieces)
            done = position
        pieces.append(text)
        taken += 1
    del lines[:taken]
    if done < count:
        packing.pack(records[done:] if done else records, pieces)
    ends = len(lane.ends)
    if ends:
        pieces.extend(lane.ends[:ends])
        del lane.ends[:ends]
    if not task or since > now:
        return now
    if lane.announced == since:
        return now
    if now - since > ANNOUNCE_AFTER and since not in records:
        lane.announced = since
        pieces.append('{"e":"resume","t":%d,"task":%d}' % (since - state.zero, task))
        return now
    return since


def _write(may_drop=True):
    try:
        while _pending:
            written = os.write(state.fd, memoryview(_pending)[:1 << 20].tobytes())
            del _pending[:written]
    except BlockingIOError:
        if may_drop and len(_pending) > MOST_PENDING:
            _drop()
    except OSError:  # the viewer is gone, or the disk is full: the program goes on
        state.is_open = False
        _pending.clear()


def _drop():
    """Keeps the line that is half written, drops whole lines after it and counts them."""
    first = _pending.find(b"\n", 0) + 1
    tail = bytes(_pending[first:])
    kept, lost = [], 0
    for line in tail.split(b"\n"):
        if line.startswith((b'{"e":"site"', b'{"e":"spawn"', b'{"e":"await"', b'{"e":"name"')):
            kept.append(line)
        elif line.startswith(_LOST):
            state.told_lost -= int(line[len(_LOST):-1])  # to be told again
        elif line.startswith(b'{"e":"steps"'):
            lost += (len(line) - 21) * 3 // 4 // 20
        elif line:
            lost += 1
    state.lost += lost
    del _pending[first:]
    _pending.extend(b"".join(line + b"\n" for line in kept))
