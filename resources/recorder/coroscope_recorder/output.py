# SPDX-License-Identifier: MIT
"""What the program prints, by task. The text itself goes its old way, byte for byte."""

import _thread
import io
import sys

from . import clock, rows, stream

LONGEST = 4096  # characters of one event
BUDGET = 1 << 20  # characters a second
_lock = _thread.RLock()  # a __del__ that prints may interrupt a print
_left = BUDGET
_refilled = 0
_pending = None  # the line that is being printed


class _Line:
    __slots__ = ("lane", "task", "stream", "time", "parts", "kept", "cut")

    def __init__(self, lane, task, name):
        self.lane, self.task, self.stream = lane, task, name
        self.time = clock.now()
        self.parts, self.kept, self.cut = [], 0, 0


def install():
    for name in ("stdout", "stderr"):
        old = getattr(sys, name)
        if type(old) is io.TextIOWrapper and getattr(sys, "__%s__" % name) is old:
            new = _watched(old, name)
            setattr(sys, name, new)
            setattr(sys, "__%s__" % name, new)
    stream.before_flush.append(_flush_old)


def _watched(old, name):
    settings = {"encoding": old.encoding, "errors": old.errors, "newline": "\n",
                "line_buffering": old.line_buffering, "write_through": old.write_through}
    if sys.platform == "win32":
        settings["newline"] = None
    mode = old.mode
    new = _class_for(name)(old.detach(), **settings)
    new.mode = mode
    return new


def _class_for(name):
    plain_repr = io.TextIOWrapper.__repr__
    plain_write = io.TextIOWrapper.write

    class TextIOWrapper(io.TextIOWrapper):
        def write(self, text):
            count = plain_write(self, text)
            if text and stream.is_open():
                try:
                    _printed(name, text)
                except Exception:
                    if stream.is_strict():
                        raise
            return count

        def __repr__(self):
            return plain_repr(self).replace("<TextIOWrapper", "<_io.TextIOWrapper", 1)

    TextIOWrapper.__module__, TextIOWrapper.__qualname__ = "_io", "TextIOWrapper"
    return TextIOWrapper


def _printed(name, text):
    global _pending
    lane, task = rows.running()
    with _lock:
        line = _pending
        if line is None or line.task != task or line.stream != name:
            if line is not None:
                _emit(line)
            line = _pending = _Line(lane, task, name)
        room = LONGEST - line.kept
        part = text if len(text) <= room else text[:room]
        line.parts.append(part)
        line.kept += len(part)
        line.cut += len(text) - len(part)
        if text[-1] == "\n":
            _emit(line)
            _pending = None


def _emit(line):
    global _left, _refilled
    now = line.time
    text = "".join(line.parts)
    if text.endswith("\n"):
        text = text[:-1]
    if now - _refilled > 1_000_000_000:
        _left, _refilled = BUDGET, now
        _tell_cut()
    if len(text) > _left:
        text, line.cut = text[:_left], line.cut + len(text) - _left
    _left -= len(text)
    if text or not line.cut:
        _tell(line.lane, line.task, line.stream, now, text, line.cut)
    else:
        key = (line.lane, line.task, line.stream)
        _cut[key] = _cut.get(key, 0) + line.cut


def _tell(lane, task, name, now, text, cut):
    fields = {"task": task, "text": text, "stream": name}
    if cut:
        fields["cut"] = cut
    rows.enter(lane, task, now)
    stream.event(lane, now, "print", fields)
    rows.leave(lane, task, now)


_cut = {}  # (lane, task, stream) -> characters that the budget had no room for


def _tell_cut():
    """Of what had no room, the number of characters: once a second, and at the end."""
    while _cut:
        (lane, task, name), count = _cut.popitem()
        _tell(lane, task, name, clock.now(), "", count)


def _flush_old(now):
    """A line without its end is shown after a while, as a terminal would."""
    global _pending
    line = _pending
    if line is not None and now - line.time > 50_000_000 and _lock.acquire(False):
        try:
            if _pending is line:
                _emit(line)
                _pending = None
        finally:
            _lock.release()


def forget():
    """In a forked child: another thread may have held the lock."""
    global _lock, _pending
    _lock = _thread.RLock()
    _pending = None


def finish():
    """The last line may have no end."""
    global _pending
    with _lock:
        if _pending is not None:
            _emit(_pending)
            _pending = None
        _tell_cut()
