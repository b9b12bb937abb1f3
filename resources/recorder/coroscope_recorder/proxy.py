# SPDX-License-Identifier: MIT
"""Stands before a task's coroutine, so that each of its steps is seen.

The task calls proxy.send, which is a slot that holds the `send` of a generator: so a step costs no
Python call, and what it needs lies in the generator's own variables.
"""

from types import CoroutineType

from . import awaits, cancellations, clock, lanes, stream, tracebacks, values
from .text import quote

_new = object.__new__


class CoroutineProxy:
    """Looks like the coroutine it stands for, for whoever asks the task for its coroutine."""

    __slots__ = ("send", "coroutine", "number", "lane", "__weakref__")

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
    proxy.send = _drive(coroutine, number, lane, awaits.node_of(code), clock.now).send
    return proxy


def _drive(coroutine, number, lane, node, now):
    # The hot path: one record a step. Every name is a local variable.
    send = coroutine.send
    extend = lane.extend
    leaf = coroutine
    while True:
        before = lane.task
        since_before = lane.since
        lane.since = t = now()
        lane.task = number
        try:
            future = send(None)
        except StopIteration as stop:
            value = stop.value
            _returned(lane, number, t, now() - t, value)
            lane.task = before
            lane.since = since_before
            return value
        except BaseException as error:
            _raised(lane, number, t, now() - t, error)
            lane.task = before
            tracebacks.drop_outermost(error)
            raise
        d = now() - t
        if future is None:
            try:
                code, point = node.yields[leaf.cr_frame.f_lasti]
                if leaf.cr_await.cr_code is not code:
                    leaf, node, point = awaits.locate(lane, number, coroutine, None)
            except (KeyError, AttributeError):
                leaf, node, point = awaits.locate(lane, number, coroutine, None)
        else:
            leaf, node, point = awaits.wait(lane, number, coroutine, leaf, node, future)
        extend((t, d, number, point))
        lane.task = before
        if t > lane.due:
            stream.flush()
        if before:
            lane.since = since_before
        yield future


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
    if type(value) is int and -1000 < value < 1000000:
        text = '"%d"' % value
    else:
        text = quote(values.shown(value))
    lane.ends.append('{"e":"done","t":%d,"task":%d,"how":"returned","value":%s}'
                     % (t + d - stream.zero(), number, text))


def _raised(lane, number, t, d, error):
    lane.extend((t, d, number, lanes.LAST_AND_DONE))
    how = "cancelled" if cancellations.is_cancelled(error) else "raised"
    lane.ends.append('{"e":"done","t":%d,"task":%d,"how":"%s","error":%s,"message":%s}'
                     % (t + d - stream.zero(), number, how, quote(type(error).__name__),
                        quote(values.message_of(error))))
