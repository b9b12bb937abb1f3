# SPDX-License-Identifier: MIT
"""Records as lines: packed and base64, a thousand a line; plain where a step is too long for that."""

import struct
from binascii import b2a_base64

from . import lanes
from .text import plain

RECORDS_A_LINE = 1024
LONGEST_STEP = 0xFFFFFFFF  # ns
zero = 0  # the clock at the header; stream.py sets it
points = {}  # the lines of the await points, by number
_packers = {}


def pack(records, pieces):
    """Appends the lines for records, given as a flat list of t, d, k, w."""
    size = RECORDS_A_LINE * lanes.FIELDS
    for first in range(0, len(records), size):
        some = records[first:first + size]
        try:
            packed = _packer(len(some) // lanes.FIELDS).pack(*some)
        except struct.error:
            _pack_with_long_steps(some, pieces)
            continue
        pieces.append('{"e":"steps","b":"%s"}' % b2a_base64(packed, newline=False).decode())


def _packer(count):
    packer = _packers.get(count)
    if packer is None:
        packer = struct.Struct("<" + "qIII" * count)
        if len(_packers) < 64:
            _packers[count] = packer
    return packer


def _pack_with_long_steps(records, pieces):
    start = 0
    targets = []
    for i in range(0, len(records), lanes.FIELDS):
        t, d, k, w = records[i:i + lanes.FIELDS]
        if w == lanes.TARGET:
            targets.append(d)
            continue
        if d > LONGEST_STEP:
            pack(records[start:i - len(targets) * lanes.FIELDS], pieces)
            pieces.extend(_long_step(t - zero, d, k, w, targets))
            start = i + lanes.FIELDS
        targets = []
    pack(records[start:], pieces)


def _long_step(t, d, k, w, targets):
    if w == lanes.IDLE:
        return ['{"e":"idle","t":%d,"d":%d}' % (t, d)]
    lines = ['{"e":"resume","t":%d,"task":%d}' % (t, k)]
    if w == lanes.LAST:
        lines.append('{"e":"done","t":%d,"task":%d,"how":"returned","value":"None"}' % (t + d, k))
    elif w != lanes.LAST_AND_DONE:
        point = points[w]
        line = {"e": "suspend", "t": t + d, "task": k, "why": point["why"]}
        line.update((key, point[key]) for key in ("on", "at", "stack") if key in point)
        if targets:
            line["on"] = targets
        if "delay" in point:
            line["until"] = t + d + point["delay"]
        lines.append(plain(line))
    return lines
