# SPDX-License-Identifier: MIT
"""Where a task waits and for what: from the chain of awaits to the number of an await point.

A walk along the chain costs a microsecond or two, so its result is remembered: as long as the
innermost coroutine of the user's (the leaf) has not ended, everything outside of it stands still,
and its own position (f_lasti) and what it awaits there say whether the point is a known one.
"""

import gc
from types import CoroutineType, GeneratorType

from . import lanes, objects, sites, stream

MOST_FRAMES = 16
MOST_DELAYS = 256  # numbers for different delays at one point; later ones go without
DEEPEST = 500

_nodes = {}
_yields = set()
_have_eager_tasks = False
_known = {}  # id(code) -> (why, finder, code); see know()
_future_types = {"task": (), "gather": ()}


class Point:
    """One place that awaits one thing: `mark` is the awaited coroutine's code, or its type."""

    __slots__ = ("mark", "finder", "at", "numbers")

    def __init__(self, mark, finder, at):
        self.mark, self.finder, self.at, self.numbers = mark, finder, at, {}

    def number(self, why, on=None, delay=None):
        key = (why, on, delay)
        found = self.numbers.get(key)
        if found is None:
            if len(self.numbers) > MOST_DELAYS and delay is not None:
                return self.number(why, on)
            line = {"e": "await", "id": 0, "why": why, **self.at}
            if on:
                line["on"] = on
            if delay is not None:
                line["delay"] = delay
            found = self.numbers[key] = stream.numbered(line)
            if why == "yield":
                _yields.add(found)
        return found


class Node:
    """A user's coroutine as reached by one chain of awaits. `yields` and `points` are by f_lasti:
    (code awaited, number) for what yields, a Point for what waits."""

    __slots__ = ("yields", "points", "outer", "code")

    def __init__(self, code, outer):
        self.code, self.outer, self.yields, self.points = code, outer, {}, {}


_nowhere = Node(None, ())


def node_of(code):
    """The node of a task's own coroutine."""
    found = _nodes.get(id(code))
    if code is None:
        return _nowhere
    if found is None:
        found = _nodes[id(code)] = Node(code, ()) if sites.is_user(code) else _nowhere
    return found


def know(code, why, finder):
    """Says what a library's coroutine waits for. finder(point, awaited, future, lane, task, frame) gives
    the number of the point."""
    _known[id(code)] = (why, finder, code)


def know_futures(kind, *types):
    _future_types[kind] = types


def is_yield(number):
    """Whether a point is one where the task stays ready."""
    return number in _yields


def wait(lane, task, root, leaf, node, future):
    """The await point of a task that awaits `future`: (leaf, node, number)."""
    try:
        frame = leaf.cr_frame
        if frame is not None:
            point = node.points.get(frame.f_lasti)
            if point is not None:
                awaited = leaf.cr_await
                mark = awaited.cr_code if type(awaited) is CoroutineType else type(awaited)
                if mark is point.mark:
                    return leaf, node, point.finder(point, awaited, future, lane, task, frame)
    except Exception:  # the walk knows better, or keeps it to itself
        pass
    return locate(lane, task, root, future)


def locate(lane, task, root, future):
    """As wait(), by walking the whole chain."""
    try:
        return _locate(lane, task, root, future)
    except Exception:  # a strange awaitable must not break the user's program
        if stream.is_strict():
            raise
        return root, _nowhere, _unknown_point().number("yield" if future is None else "future")


def _unknown_point():
    if not _nowhere.points:
        _nowhere.points[None] = Point(object(), None, {})
    return _nowhere.points[None]


def _locate(lane, task, root, future):
    leaf, leaf_frame, chain, known, via, is_native = _walk(root)
    if leaf_frame is None:  # compiled by Cython
        finder = find_future if future is not None else finder_of("yield")
        return root, _nowhere, finder(_unknown_point(), None, future, lane, task, None)
    node = _node(leaf, chain) if is_native else _nowhere
    at = _place(chain)
    mark = via.cr_code if type(via) is CoroutineType else type(via)
    frame = leaf_frame
    is_closed = is_native and (known is not None or _frame_of(via) is None)
    if future is None:
        number = _point(node, frame, mark, None, at, is_closed, True).number("yield")
        if is_closed and type(via) is CoroutineType:
            node.yields[frame.f_lasti] = (mark, number)
        return leaf, node, number
    finder = known[1] if known is not None else find_future
    point = _point(node, frame, mark, finder, at, is_closed, False)
    return leaf, node, finder(point, via, future, lane, task, frame)


_loose = {}  # points that are not found by f_lasti: (place, mark) -> Point


def _point(node, frame, mark, finder, at, is_closed, is_yield):
    if is_closed and not is_yield:
        point = node.points.get(frame.f_lasti)
        if point is None or point.mark is not mark:
            point = node.points[frame.f_lasti] = Point(mark, finder, at)
        return point
    key = (at.get("at"), tuple(at.get("stack", ())), id(mark), is_yield)
    point = _loose.get(key)
    if point is None:
        point = _loose[key] = Point(mark, finder, at)
    return point


def _walk(root):
    """(leaf, its frame, [(code, line)] of the user's frames, what is known about the first library
    coroutine that says what it waits for, what the leaf awaits, whether all are coroutines)."""
    current, leaf, leaf_frame, known = root, root, _frame_of(root), None
    via = inner = _awaited_by(root)
    chain = []
    is_native = type(root) is CoroutineType
    if leaf_frame is not None and sites.is_user(leaf_frame.f_code):
        chain.append((leaf_frame.f_code, leaf_frame.f_lineno, leaf_frame.f_lasti))
    elif leaf_frame is not None:
        known = _known.get(id(leaf_frame.f_code))
        if known is not None:
            return leaf, leaf_frame, chain, known, root, False
    for _ in range(DEEPEST):
        frame = _frame_of(inner)
        if frame is None:
            break
        code = frame.f_code
        if sites.is_user(code):
            is_native = is_native and type(inner) is CoroutineType
            leaf, leaf_frame, known = inner, frame, None
            chain.append((code, frame.f_lineno, frame.f_lasti))
            via = _awaited_by(inner)
        elif known is None:
            known = _known.get(id(code))
            if known is not None:
                via = inner
        current = inner
        inner = _awaited_by(current)
        if inner is None:
            break
    if known is not None and via is not _awaited_by(leaf):
        is_native = False  # library code of unknown kind lies between
    return leaf, leaf_frame, chain, known, via, is_native


def _frame_of(thing):
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        frame = getattr(thing, name, None)
        if frame is not None:
            return frame
    return None


def _awaited_by(thing):
    kind = type(thing)
    if kind is CoroutineType:
        inner = thing.cr_await
    elif kind is GeneratorType:
        inner = thing.gi_yieldfrom
    else:
        inner = getattr(thing, "ag_await", None)
    if type(inner).__name__ in ("async_generator_asend", "async_generator_athrow",
                                "coroutine_wrapper"):
        # They have no attribute for whom they drive.
        for referent in gc.get_referents(inner):
            if _frame_of(referent) is not None:
                return referent
    return inner


def _node(leaf, chain):
    if len(chain) <= 1:
        return node_of(leaf.cr_code)
    key = tuple([(id(code), lasti) for code, _, lasti in chain[:-1]]) + (id(leaf.cr_code),)
    found = _nodes.get(key)
    if found is None:
        found = _nodes[key] = Node(leaf.cr_code, tuple(chain[:-1]))
    return found


def _place(chain):
    numbers = [sites.number(code, line) for code, line, _ in chain[-MOST_FRAMES:]]
    if not numbers:
        return {}
    return {"at": numbers[-1], "stack": numbers} if len(numbers) > 1 else {"at": numbers[-1]}


def find_future(point, awaited, future, lane, task, frame):
    """A bare future, or a library's coroutine that nothing is known about."""
    kind = type(future)
    if kind in _future_types["task"] or isinstance(future, _future_types["task"]):
        target(lane, task, future)
        return point.number("task")
    if kind in _future_types["gather"]:
        for child in future._children:
            target(lane, task, child)
        return point.number("gather")
    if lane.has_jobs and getattr(future, "_coroscope_job", 0):
        target(lane, task, future)
        return point.number("executor")
    return point.number("future")


def target(lane, task, future):
    """Notes that the next suspension of `task` waits for `future`, a task's or a job's."""
    number = source_number(lane, future)
    if number:
        lane.extend((lane.since, number, task, lanes.TARGET))


def targets(lane, task, futures):
    """As target(), for a set of them: in the order in which they were made."""
    for number in sorted([source_number(lane, future) for future in futures]):
        if number:
            lane.extend((lane.since, number, task, lanes.TARGET))


def finished_eagerly(task, number):
    """A task that ended while it was made has no coroutine: up to 3.12.1 to ask for it crashes."""
    global _have_eager_tasks
    _have_eager_tasks = True
    task._coroscope_number = number


def task_number(future):
    """The number of a task; 0 for any other future, and for a task that was not seen."""
    if _have_eager_tasks:
        number = getattr(future, "_coroscope_number", 0)
        if number:
            return number
    try:
        return future.get_coro().number
    except AttributeError:
        return 0


def source_number(lane, future):
    """The number of the task or job that a future is the end of; 0 for any other."""
    number = task_number(future)
    if not number and lane.has_jobs:
        number = getattr(future, "_coroscope_job", 0)
    return number


def finder_of(why, key=None):
    """A finder for library coroutines of one kind; with a key, for those whose local variable of
    that name is the object waited for."""
    if key is None:
        return lambda point, awaited, future, lane, task, frame: point.number(why)

    def find(point, awaited, future, lane, task, frame):
        thing = awaited.cr_frame.f_locals.get(key)
        return point.number(why, objects.name_of(thing, frame))

    return find
