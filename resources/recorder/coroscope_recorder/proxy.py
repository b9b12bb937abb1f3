# SPDX-License-Identifier: MIT
"""Stands before a task's coroutine, so that each of its steps is seen.

send() is the hot path: one record a step, and of everything else as little as can be. What is
remembered from step to step (the leaf, its node) saves the walk along the chain of awaits.
"""

from types import CoroutineType

from . import awaits, cancellations, clock, lanes, stream, tracebacks, values
from .text import quote

SMALL = 1_000_000  # an int that needs no care to be shown
_new = object.__new__
_now = clock.now


class CoroutineProxy:
    """Looks like the coroutine it stands for, for whoever asks the task for its coroutine."""

    __slots__ = ("coroutine", "number", "lane", "leaf", "node", "__weakref__")

    def send(self, value):
        lane = self.lane
        coroutine = self.coroutine
        number = self.number
        before = lane.task
        since_before = lane.since
        lane.since = t = _now()
        lane.task = number
        try:
            future = coroutine.send(value)
        except StopIteration as stop:
            _returned(lane, number, t, _now() - t, stop.value)
            lane.task = before
            lane.since = since_before
            raise
        except BaseException as error:
            _raised(lane, number, t, _now() - t, error)
            lane.task = before
            tracebacks.drop_outermost(error)
            raise
        d = _now() - t
        leaf = self.leaf
        if future is None:
            try:
                code, point = self.node.yields[leaf.cr_frame.f_lasti]
                if leaf.cr_await.cr_code is not code:
                    self.leaf, self.node, point = awaits.locate(lane, number, coroutine, None)
            except (KeyError, AttributeError):
                self.leaf, self.node, point = awaits.locate(lane, number, coroutine, None)
        else:
            self.leaf, self.node, point = awaits.wait(lane, number, coroutine, leaf, self.node,
                                                      future)
        lane.extend((t, d, number, point))
        lane.task = before
        if t > lane.due:
            stream.flush()
        if before:
            lane.since = since_before
        return future

    def throw(self, *error):
        return _thrown(self, error)

    def close(self):
        return self.coroutine.close()

    def __await__(self):
        return self.coroutine.__await__()

    def __getattr__(self, name):
        return getattr(self.coroutine, name)

    def __repr__(self):
        return repr(self.coroutine)

    @property
    def __class__(self):
        return type(self.coroutine)


def proxy_for(coroutine, lane, number):
    proxy = _new(CoroutineProxy)
    proxy.coroutine = coroutine
    proxy.number = number
    proxy.lane = lane
    code = coroutine.cr_code if type(coroutine) is CoroutineType else None
    proxy.leaf = coroutine
    proxy.node = awaits.node_of(code)
    return proxy


def _thrown(proxy, error):
    lane, number, coroutine = proxy.lane, proxy.number, proxy.coroutine
    before = lane.task
    lane.since = t = clock.now()
    if cancellations.is_cancelled(error[0]):
        cancellations.thrown(lane, t, number, error[0])
    lane.task = number
    try:
        future = coroutine.throw(*error)
    except StopIteration as stop:
        _returned(lane, number, t, clock.now() - t, stop.value)
        raise
    except BaseException as raised:
        _raised(lane, number, t, clock.now() - t, raised)
        tracebacks.drop_outermost(raised)
        raise
    finally:
        lane.task = before
    d = clock.now() - t
    lane.task = number
    _, _, point = awaits.locate(lane, number, coroutine, future)
    lane.extend((t, d, number, point))
    lane.task = before
    return future


def _returned(lane, number, t, d, value):
    if value is None:
        lane.extend((t, d, number, lanes.LAST))
        return
    lane.extend((t, d, number, lanes.LAST_AND_DONE))
    if type(value) is int and -SMALL < value < SMALL:
        text = f'"{value}"'
    else:
        text = quote(values.shown(value))
    lane.ends.append(f'{{"e":"done","t":{t + d - stream.state.zero},"task":{number},'
                     f'"how":"returned","value":{text}}}')


def _raised(lane, number, t, d, error):
    lane.extend((t, d, number, lanes.LAST_AND_DONE))
    how = "cancelled" if cancellations.is_cancelled(error) else "raised"
    lane.ends.append('{"e":"done","t":%d,"task":%d,"how":"%s","error":%s,"message":%s}'
                     % (t + d - stream.zero(), number, how, quote(type(error).__name__),
                        quote(values.message_of(error))))
