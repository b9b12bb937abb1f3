# SPDX-License-Identifier: MIT
"""Names for locks, queues, events and the like: what the program's own variables call them."""

import sys
import weakref

from . import sites

_names = {}  # id -> (name, weak reference)
_counts = {}
DEEPEST = 12


def name_of(thing, lane=None):
    """The name of an object, looked for once: in the frames of the task that meets it first."""
    if thing is None:
        return None
    found = _names.get(id(thing))
    if found is not None:
        return found[0]
    name = _look_for(thing) or _count(type(thing).__name__)
    number = id(thing)
    try:
        reference = weakref.ref(thing, lambda _: _names.pop(number, None))
    except TypeError:
        reference = thing
    _names[number] = (name, reference)
    return name


def _count(kind):
    _counts[kind] = _counts.get(kind, 0) + 1
    return "%s-%d" % (kind, _counts[kind])


def _look_for(thing):
    return None
