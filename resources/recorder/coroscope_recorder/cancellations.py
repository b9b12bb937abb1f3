# SPDX-License-Identifier: MIT
"""Who cancelled whom. Task.cancel belongs to C and cannot be watched itself; but what it cancels
first, the future that the task waits for, wakes the task while the canceller still runs."""

import sys

from . import awaits, stream

_told = set()  # tasks whose CancelledError is still on its way


def by_future(lane, time, number, future, by):
    """A cancelled future wakes a task: unless it is a task itself, the task is being cancelled."""
    if awaits.task_number(future):
        _told.add(number)
    else:
        message = getattr(future, "_cancel_message", None)
        _tell(lane, time, number, by, message)
        _told.add(number)


def expected(number):
    """A CancelledError that a gather passes on is nobody's request to cancel this task."""
    _told.add(number)


def thrown(lane, time, number, error):
    """CancelledError arrives in a task: if nobody saw who asked, nobody is named."""
    if number in _told:
        _told.discard(number)
    else:
        args = getattr(error, "args", None)
        _tell(lane, time, number, 0, args[0] if isinstance(args, tuple) and args else None)


def _tell(lane, time, number, by, message):
    fields = {"task": number, "by": by or None}
    if type(message) is str:
        fields["message"] = message
    stream.event(lane, time, "cancel", fields)


def is_cancelled(error):
    """Whether this is asyncio's CancelledError, given as an instance or, by old code, a class."""
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return False
    kind = asyncio.CancelledError
    return isinstance(error, kind) or isinstance(error, type) and issubclass(error, kind)
