# SPDX-License-Identifier: MIT
"""The compact form as plain events, sorted by time: for --plain. FORMAT.md has the rules."""

import base64
import heapq
import itertools
import json
import struct

_WOKEN = {"sleep": "timer", "task": "done", "gather": "done", "wait": "done", "future": "done",
          "executor": "done"}
_RANKS = {"unblock": 0, "cancel": 1, "suspend": 1, "done": 1, "ready": 2, "create": 3, "turn": 4, "resume": 5,
          "block": 6}
_READY, _LAST, _TARGET, _LAST_AND_DONE, _TURN, _IDLE = range(6)
_DEFINITIONS = ("site", "spawn", "await", "name", "steps", "watermark")


class Expander:
    """take(lines) gives the plain lines that are certain by now; the last take ends with `end`."""

    def __init__(self):
        self._sites, self._points, self._targets, self._names = {}, {}, {}, {}
        self._zero = 0
        self._heap = []
        self._count = itertools.count()
        self._running = {}  # task -> the start of its step in progress
        self._waits = {}
        self._open_ends = {}  # task -> when its last step ended, its done line to come

    def take(self, lines):
        found = []
        for text in lines:
            line = json.loads(text)
            if "coroscope_trace" in line:
                self._zero = line.pop("zero", 0)
                line.pop("compact", None)
                found.append(line)
            elif line["e"] == "watermark":
                self._release(line["t"], found)
            elif line["e"] in _DEFINITIONS:
                getattr(self, "_" + line["e"])(line)
            else:
                self._plain(line)
                if line["e"] == "end":
                    self._release(float("inf"), found)
        return _texts(found)

    def rest(self):
        """What no watermark has made certain: the rest of a stream that just stops."""
        found = []
        self._release(float("inf"), found)
        return _texts(found)

    def _site(self, line):
        self._sites[line["id"]] = line["at"]

    def _spawn(self, line):
        self._points[line["id"]] = line

    _await = _spawn

    def _name(self, line):
        self._names[line["task"]] = line["name"]

    def _plain(self, line):
        task = line.get("task")
        if line["e"] == "resume":
            if self._running.get(task) == line["t"]:
                return
            self._running[task] = line["t"]
        elif line["e"] in ("suspend", "done"):
            self._running.pop(task, None)
        self._add(line)

    def _steps(self, line):
        for t, d, k, w in struct.iter_unpack("<qIII", base64.b64decode(line["b"])):
            self._record(t - self._zero, d, k, w)

    def _record(self, t, d, k, w):
        if w == _TARGET:
            self._targets.setdefault(k, []).append(d)
        elif w == _READY:
            self._add({"e": "ready", "t": t, "task": k, "by": d or None, "why": None})
        elif w == _TURN:
            self._add({"e": "turn", "t": t, "ready": d, "timers": k})
        elif w == _IDLE:
            self._add({"e": "idle", "t": t, "d": d})
        elif w > _IDLE and self._points[w]["e"] == "spawn":
            self._create(t, d, k, self._points[w])
        else:
            self._step(t, t + d, k, w)

    def _create(self, t, parent, k, spawn):
        self._add({"e": "create", "t": t, "task": k, "name": None, "label": spawn["label"],
                   "parent": parent or None, "kind": spawn["kind"], "at": spawn["at"]})

    def _step(self, begin, end, k, w):
        if self._running.pop(k, None) != begin:
            self._add({"e": "resume", "t": begin, "task": k})
        if w == _LAST:
            self._add({"e": "done", "t": end, "task": k, "how": "returned", "value": "None"})
        elif w != _LAST_AND_DONE:
            self._add(self._suspension(end, k, self._points[w]))

    def _suspension(self, t, k, point):
        line = {"e": "suspend", "t": t, "task": k, "why": point["why"]}
        on = self._targets.pop(k, None) or point.get("on")
        if on is not None:
            line["on"] = on
        if "delay" in point:
            line["until"] = t + point["delay"]
        line.update((key, point[key]) for key in ("at", "stack") if key in point)
        return line

    def _add(self, line):
        rank = _RANKS.get(line["e"], 7)
        heapq.heappush(self._heap, (line["t"], rank, next(self._count), line))

    def _release(self, time, found):
        while self._heap and self._heap[0][0] < time:
            found.append(self._finished(heapq.heappop(self._heap)[3]))

    def _finished(self, line):
        task = line.get("task")
        if line["e"] == "suspend":
            self._waits[task] = line["why"]
        elif line["e"] == "cancel":
            self._waits[task] = "cancel"
        elif line["e"] == "ready" and line["why"] is None:
            why = self._waits.get(task, "future")
            line["why"] = _WOKEN.get(why, why)
        elif line["e"] == "create" and line["name"] is None:
            line["name"] = self._names.get(task, "Task-%d" % task)
        if type(line.get("at")) is int:
            line["at"] = self._sites.get(line["at"])
        if "stack" in line:
            line["stack"] = [self._sites.get(s, s) for s in line["stack"]]
        return line


def _texts(lines):
    return [json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in lines]
