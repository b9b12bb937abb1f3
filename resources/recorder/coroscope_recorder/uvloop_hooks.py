# SPDX-License-Identifier: MIT
"""Watches uvloop, whose loop class is Python's own subclass of one in C: as asyncio's, from outside."""

from . import asyncio_hooks, executors, handles


def install(uvloop):
    kind = uvloop.Loop
    kind._coroscope_lane = None
    executors.install_loop(kind)
    asyncio_hooks.override_loop(kind, handles.call_soon_around(kind.call_soon))
