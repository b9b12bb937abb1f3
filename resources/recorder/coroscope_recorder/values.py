# SPDX-License-Identifier: MIT
"""Values as short text that never runs the program's own code.

An object's __repr__ may print, fail or take a minute; only the exact built-in types are asked.
"""

LONGEST = 200
ITEMS = 8
DEPTH = 2
_scalars = (bool, type(None), float, complex)
_brackets = {list: "[]", tuple: "()", set: "{}", frozenset: "{}"}


def shown(value, depth=DEPTH):
    kind = type(value)
    if kind is int:
        return repr(value) if value.bit_length() < 512 else "<int of %d bits>" % value.bit_length()
    if kind in _scalars:
        return repr(value)
    if kind is str or kind is bytes:
        return repr(value) if len(value) <= LONGEST else repr(value[: LONGEST - 4]) + "…"
    if kind in _brackets:
        return _sequence(value, _brackets[kind], depth)
    if kind is dict:
        return _mapping(value, depth)
    if issubclass(kind, BaseException) and kind.__module__ == "builtins":
        return clipped("%s(%s)" % (kind.__name__, ", ".join([shown(a, 0) for a in value.args])))
    return "<%s>" % _name_of(kind)


def clipped(text):
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def message_of(error):
    """str(error) without the program's own __str__ where that would run."""
    try:
        args = error.args
        if not args:
            return ""
        if len(args) == 1:
            return clipped(args[0] if type(args[0]) is str else shown(args[0]))
        if isinstance(error, OSError) and len(args) >= 2:
            return clipped("[Errno %s] %s" % (shown(args[0]), args[1]))
        return clipped(shown(args))
    except Exception:
        return ""


def _name_of(kind):
    name = kind.__name__
    return name if type(name) is str else "object"


def _sequence(value, brackets, depth):
    if not value:
        return {set: "set()", frozenset: "frozenset()"}.get(type(value), brackets)
    if depth == 0:
        return brackets[0] + "…" + brackets[1]
    items = [shown(item, depth - 1) for item in _first(value)]
    if len(value) > ITEMS:
        items.append("…")
    comma = "," if type(value) is tuple and len(value) == 1 else ""
    return clipped(brackets[0] + ", ".join(items) + comma + brackets[1])


def _mapping(value, depth):
    if depth == 0 and value:
        return "{…}"
    items = [shown(k, 0) + ": " + shown(v, depth - 1) for k, v in _first(value.items())]
    if len(value) > ITEMS:
        items.append("…")
    return clipped("{" + ", ".join(items) + "}")


def _first(items):
    found = []
    for item in items:
        if len(found) == ITEMS:
            break
        found.append(item)
    return found
