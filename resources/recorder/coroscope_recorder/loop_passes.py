# SPDX-License-Identifier: MIT
"""The passes of a loop over its ready queue, and its idle time, seen where it waits: in select."""

from . import clock, lanes

SHORTEST_IDLE = 20_000  # ns


def watch(loop, lane):
    """Watches the loop's selector; returns the function that ends it."""
    selector = getattr(loop, "_selector", None)
    if selector is None or "select" in getattr(selector, "__dict__", {"select": 0}):
        return _nothing
    if clock.is_virtual:
        from .virtual_loop import select_for

        select = select_for(loop)
    else:
        select = selector.select
    now, extend = clock.now, lane.extend
    ready, timers = loop._ready, loop._scheduled

    def watched(timeout=None):
        begin = now()
        events = select(timeout)
        end = now()
        lane.passes += 1
        if end - begin > SHORTEST_IDLE:
            extend((begin, end - begin, 0, lanes.IDLE))
        extend((end, len(ready) + len(events), len(timers), lanes.TURN))
        return events

    selector.select = watched

    def unwatch():
        if selector.__dict__.get("select") is watched:
            del selector.select

    return unwatch


def _nothing():
    pass
