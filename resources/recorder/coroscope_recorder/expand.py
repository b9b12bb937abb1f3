# SPDX-License-Identifier: MIT
"""Packed records as plain events: for --plain, and for steps too long to be packed."""

from . import lanes
from .text import plain

_points = {}  # W -> the line that defines it
_sites = {}
_targets = {}  # task -> the tasks that its next suspension waits for
_waits = {}  # task -> why it is suspended
_numbered = lanes.FIRST_NUMBER
_woken_by = {"sleep": "timer", "task": "done", "gather": "done", "wait": "done", "future": "done",
             "executor": "done"}


def learn(line):
    """Remembers a definition."""
    if line["e"] == "site":
        _sites[line["id"]] = line["at"]
    else:
        _points[line["id"]] = line


def sites(line):
    """The line with site numbers replaced by places."""
    if type(line.get("at")) is int:
        line["at"] = _sites.get(line["at"])
        if line["at"] is None:
            del line["at"]
    if "stack" in line:
        line["stack"] = [_sites.get(s, s) for s in line["stack"]]
    return line


def records(values, zero):
    """The lines for packed records, given as a flat list of t, d, k, w."""
    found = []
    for i in range(0, len(values), lanes.FIELDS):
        t, d, k, w = values[i:i + lanes.FIELDS]
        found.extend(_lines(t - zero, d, k, w))
    return found


def _lines(t, d, k, w):
    if w == lanes.TARGET:
        _targets.setdefault(k, []).append(d)
        return []
    if w == lanes.READY:
        why = _woken_by.get(_waits.get(k), _waits.get(k, "future"))
        return [plain({"e": "ready", "t": t, "task": k, "by": d or None, "why": why})]
    if w == lanes.TURN:
        return [plain({"e": "turn", "t": t, "ready": d, "timers": k})]
    if w == lanes.IDLE:
        return [plain({"e": "idle", "t": t, "d": d})]
    if w >= _numbered and _points[w]["e"] == "spawn":
        return [_created(t, d, k, _points[w])]
    resumed = plain({"e": "resume", "t": t, "task": k})
    if w == lanes.LAST:
        return [resumed, plain({"e": "done", "t": t + d, "task": k, "how": "returned",
                                "value": "None"})]
    if w == lanes.LAST_AND_DONE:
        return [resumed]
    return [resumed, _suspended(t + d, k, _points[w])]


def _created(t, parent, k, spawn):
    return plain(sites({"e": "create", "t": t, "task": k, "name": "Task-%d" % k,
                        "label": spawn["label"], "parent": parent or None, "kind": spawn["kind"],
                        "at": spawn["at"]}))


def _suspended(t, k, point):
    line = {"e": "suspend", "t": t, "task": k, "why": point["why"]}
    _waits[k] = point["why"]
    on = _targets.pop(k, None) or point.get("on")
    if on is not None:
        line["on"] = on
    if "delay" in point:
        line["until"] = t + point["delay"]
    for key in ("at", "stack"):
        if key in point:
            line[key] = point[key]
    return plain(sites(line))
