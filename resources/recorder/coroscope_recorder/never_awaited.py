# SPDX-License-Identifier: MIT
"""Coroutines that are dropped before anybody awaited them: Python warns, the record keeps a mark."""

import sys
import types

from . import clock, lanes, sites, stream


def install(warnings):
    original = warnings._warn_unawaited_coroutine
    plain_warn = warnings.warn

    def warn(message, category=None, stacklevel=1, source=None):
        _mark(source)
        plain_warn(_without_own_lines(message), category, stacklevel + 1, source)

    # The same code with a warn() of its own: so the warning names the same line as ever.
    names = dict(original.__globals__, warn=warn)
    warnings._warn_unawaited_coroutine = types.FunctionType(
        original.__code__, names, original.__name__, original.__defaults__, original.__closure__)


def _mark(coroutine):
    code = getattr(coroutine, "cr_code", None)
    if code is None or not stream.is_open():
        return
    fields = {"text": "coroutine '%s' was never awaited" % coroutine.__qualname__,
              "never_awaited": sites.function_name(code)}
    frame = sites.user_frame(sys._getframe(2))
    if frame is not None:
        fields["at"] = sites.at(frame)
    lane = lanes.local.lane
    task = lane.task or lane.row
    if task:
        fields["task"] = task
    stream.event(lane, clock.now(), "mark", fields)


def _without_own_lines(message):
    """In asyncio's debug mode the text tells where the coroutine was made."""
    if sites.HERE not in message:
        return message
    kept, skips = [], False
    for line in message.split("\n"):
        if line.startswith('  File "'):
            skips = line.startswith('  File "' + sites.HERE)
        if not skips:
            kept.append(line)
    return "\n".join(kept)
