# SPDX-License-Identifier: MIT
"""How a task came to be: its coroutine function, its arguments, the line that made it, by whom."""

import sys

from . import clock, lanes, sites, stream, values

LABELLED = 200  # tasks of one origin that are told apart by their arguments; later ones are not
_origins = {}


class _Origin:
    __slots__ = ("plain", "count", "at", "name", "code", "kind")

    def __init__(self, code, name, at, kind):
        self.code, self.name, self.at, self.kind = code, name, at, kind
        self.plain = None
        self.count = 0

    def number(self, label):
        return stream.numbered({"e": "spawn", "id": 0, "label": label, "kind": self.kind,
                                "at": self.at})


def created(lane, coroutine, number, name, kind=None, parent=None):
    """Records that `coroutine` became task `number`."""
    frame = sites.user_frame(sys._getframe(2))
    if kind is None:
        here = lanes.local.lane
        parent = here.task or here.row
        kind = "task" if here.loops else "main"
    code = getattr(coroutine, "cr_code", None) or getattr(coroutine, "gi_code", None)
    key = (id(code), id(frame.f_code), frame.f_lasti, kind) if frame else (id(code), kind)
    origin = _origins.get(key)
    if origin is None:
        label = getattr(coroutine, "__qualname__", None) or type(coroutine).__name__
        if code is not None:
            sites.is_user(code)  # keeps it alive
        origin = _origins[key] = _Origin(code, label.rpartition("<locals>.")[2], sites.at(frame),
                                         kind)
    if origin.count < LABELLED:
        origin.count += 1
        spawn = origin.number("%s(%s)" % (origin.name, _arguments_of(coroutine, code)))
    else:
        spawn = origin.plain
        if spawn is None:
            spawn = origin.plain = origin.number(origin.name + "(…)")
    lane.extend((clock.now(), parent, number, spawn))
    if name is not None:
        stream.define({"e": "name", "task": number, "name": str(name)})


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
