# SPDX-License-Identifier: MIT
"""Names for locks, queues, events and the like: what the program's own variables call them."""

import sys
import weakref
from types import FrameType, ModuleType

from . import sites

MOST_FRAMES = 8
MOST_VARIABLES = 200
MOST_ITEMS = 64
MOST_ALIKE = 100
_names = {}  # id -> (name, what keeps the id from being another's)
_counts = {}
_alike = {}  # (name, class) -> how many objects have it


def name_of(thing, frame=None):
    """The object's name; looked for once, in `frame` or in the user's frames that run now."""
    found = _names.get(id(thing))
    if found is not None:
        return found[0]
    try:
        name = _look_for(thing, frame)
    except Exception:
        name = None
    _keep(thing, _distinct(name, type(thing)) if name else _counted(type(thing).__name__))
    return _names[id(thing)][0]


def hide(thing):
    """Gives no name to what belongs to another object's inside."""
    _keep(thing, None)


def _keep(thing, name):
    number = id(thing)
    try:
        keeper = weakref.ref(thing, lambda _: _names.pop(number, None))
    except TypeError:
        keeper = thing
    _names[number] = (name, keeper)


def _distinct(name, kind):
    """Two locks that are both called `lock` are two; of very many no one could tell them apart.
    The lock inside a condition has the condition's name."""
    _alike[name, kind] = count = _alike.get((name, kind), 0) + 1
    return name if count == 1 or count > MOST_ALIKE else "%s (%d)" % (name, count)


def _counted(kind):
    _counts[kind] = _counts.get(kind, 0) + 1
    return "%s-%d" % (kind, _counts[kind])


def _look_for(thing, frame):
    frame = sites.user_frame(frame or sys._getframe(2))
    for _ in range(MOST_FRAMES):
        if frame is None:
            return None
        name = _in_variables(thing, frame.f_locals) or _in_variables(thing, frame.f_globals)
        if name is not None:
            return name
        frame = sites.user_frame(frame.f_back)
    return None


def _in_variables(thing, variables):
    inner = None
    for name, value in list(variables.items())[:MOST_VARIABLES]:
        if value is thing:
            return name
        if inner is None:
            inner = _within(thing, name, value)
    return inner


def _within(thing, name, value):
    """An attribute of an object, or an item of a list or dict, that is the thing."""
    if isinstance(value, (type, ModuleType, FrameType)):
        return None
    if type(value) in (list, tuple):
        for index, item in enumerate(value[:MOST_ITEMS]):
            if item is thing:
                return "%s[%d]" % (name, index)
        return None
    if type(value) is dict:
        items = value
    else:
        items = getattr(value, "__dict__", None)
    if type(items) is not dict or len(items) > MOST_ITEMS:
        return None
    for key, item in list(items.items()):
        if item is thing:
            if type(value) is dict:
                return "%s[%r]" % (name, key) if type(key) in (str, int) else name
            if key == "_lock":  # a condition's
                return name
            return key if name == "self" else "%s.%s" % (name, key)
        if type(item) in (list, tuple) and type(value) is not dict:
            for index, inner in enumerate(item[:MOST_ITEMS]):
                if inner is thing:
                    return "%s[%d]" % (key if name == "self" else name + "." + key, index)
    return None
