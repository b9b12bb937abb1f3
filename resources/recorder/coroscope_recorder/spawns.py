# SPDX-License-Identifier: MIT
"""How a task came to be: its coroutine function, its arguments, the line that made it, by whom."""

import sys
from types import CoroutineType

from . import clock, lanes, sites, stream, values

LABELLED = 200  # tasks of one origin that are told apart by their arguments; later ones are not
_origins = {}


class _Origin:
    """Where tasks are made of one coroutine function. `plain` is the spawn's number without
    arguments, once so many were made; until then it is 0."""

    __slots__ = ("plain", "count", "at", "name", "code", "kind", "frame_code", "lasti")

    def __init__(self, coroutine, code, frame, kind):
        name = getattr(coroutine, "__qualname__", None) or type(coroutine).__name__
        self.name = name.rpartition("<locals>.")[2]
        # Both codes are kept, so that their ids stay their own.
        self.code = code
        self.frame_code = frame.f_code if frame is not None else None
        self.lasti = frame.f_lasti if frame is not None else 0
        self.at, self.kind = sites.at(frame), kind
        self.plain = self.count = 0

    def labelled(self, coroutine):
        """The number of a spawn that names the arguments."""
        self.count += 1
        if self.code is None or not sites.is_user(self.code):
            self.plain = self._number(self.name + "()")
            return self.plain
        if self.count > LABELLED:
            self.plain = self._number(self.name + "(…)")
            return self.plain
        return self._number("%s(%s)" % (self.name, _arguments_of(coroutine, self.code)))

    def _number(self, label):
        return stream.numbered({"e": "spawn", "id": 0, "label": label, "kind": self.kind,
                                "at": self.at})


def created(lane, coroutine, number, name, kind=None, parent=None):
    """Records that `coroutine` became task `number`. Called by who was called by create_task."""
    if kind is None:
        here = lane if lane.loops else lanes.local.lane
        parent = here.task or here.row
        kind = "task" if here.loops else "main"
    code = coroutine.cr_code if type(coroutine) is CoroutineType else None
    origin = lane.origin
    try:
        frame = sys._getframe(GATHER)
    except ValueError:  # called by C, with next to nothing below
        frame = sys._getframe(0)
    if frame.f_code is not _gather_code:
        frame = sites.user_frame(sys._getframe(2))
    else:
        # gather makes most tasks: this is the short way.
        frame = frame.f_back
        if origin is not None and frame.f_code is not origin.frame_code:
            frame = sites.user_frame(frame)
    if (origin is None or origin.code is not code or origin.kind is not kind or frame is None
            or origin.lasti != frame.f_lasti or origin.frame_code is not frame.f_code):
        origin = lane.origin = _origin(coroutine, code, frame, kind)
    lane.extend((clock.now(), parent, number, origin.plain or origin.labelled(coroutine)))
    if name is not None:
        stream.define({"e": "name", "task": number, "name": str(name)})


def _origin(coroutine, code, frame, kind):
    key = (id(code), id(frame.f_code), frame.f_lasti, kind) if frame else (id(code), kind)
    origin = _origins.get(key)
    if origin is None:
        origin = _origins[key] = _Origin(coroutine, code, frame, kind)
    return origin


GATHER = 4  # how far it is from created(): wrapped, create_task, ensure_future, gather
_gather_code = None


def install(tasks):
    global _gather_code
    _gather_code = tasks.gather.__code__


def _arguments_of(coroutine, code):
    try:
        return arguments(code, coroutine.cr_frame.f_locals)
    except AttributeError:
        return ""


def arguments(code, held):
    """The arguments of a function that has not begun, from its local variables."""
    count = code.co_argcount + code.co_kwonlyargcount
    names = code.co_varnames[:count]
    if names and names[0] in ("self", "cls"):
        names = names[1:]
    try:
        text = ", ".join([values.shown(held[n], 1) for n in names if n in held])
    except Exception:
        return "…"
    return text if len(text) <= 80 else text[:79] + "…"
