# SPDX-License-Identifier: MIT
"""The end of the process, and the processes that it makes."""

import os
import sys

from . import clock, lanes, output, rows, sites, stream, when_imported
from .disguise import override
from .text import plain

path = None  # where children record: PATH.PID; None: they do not
outcome = {"how": "ok", "error": None}


def install():
    for name in ("fork", "forkpty"):
        if hasattr(os, name):
            _watch_fork(name)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_in_child)
    _watch_exit()
    for name in ("execv", "execve"):
        if hasattr(os, name):
            _watch_exec(name)
    when_imported.call("multiprocessing.spawn", _watch_spawn)


def end():
    """Ends the rows that still run, and the stream."""
    lanes.forget_threads()
    if not stream.is_open():
        return
    output.finish()
    if outcome["error"] is None:
        rows.end({"how": "returned", "value": "None"})
    else:
        name, _, text = outcome["error"].partition(": ")
        rows.end({"how": "raised", "error": name, "message": text})
    if clock.is_virtual:
        from . import virtual_time

        outcome["clock"] = "mixed" if virtual_time.has_real_waits else "virtual"
    stream.close(lambda now, lost: plain({"e": "end", "t": now, "lost": lost, **outcome}))


def _watch_exit():
    original = os._exit

    def _exit(status):
        if stream.is_open():
            outcome["code"] = status if type(status) is int else None
            end()
        original(status)

    override(os, "_exit", _exit)


def _watch_exec(name):
    original = getattr(os, name)

    def execute(*args):
        stream.flush()  # the process goes on as another program
        return original(*args)

    override(os, name, execute)


def _watch_fork(name):
    original = getattr(os, name)

    def fork():
        if not stream.is_open():
            return original()
        # From 3.12 on Python warns of a fork beside other threads: the flusher is none of the
        # program's, so it must not run meanwhile.
        stream.stop_flusher()
        found = -1
        try:
            found = original()
        finally:
            if found == 0 or type(found) is tuple and found[0] == 0:
                _record_child()
            else:
                stream.start_flusher()
        return found

    override(os, name, fork)


def _in_child():
    # Also before a subprocess becomes another program: that one must not get a file.
    stream.abandon()
    output.forget()


def _record_child():
    if path is not None:
        try:
            stream.restart(stream.create("%s.%d" % (path, os.getpid())))
        except OSError:
            pass


def _watch_spawn(spawn):
    original = spawn.get_command_line

    def get_command_line(**kwargs):
        words = original(**kwargs)
        if path is None or "-c" not in words or not stream.is_open():
            return words
        at = words.index("-c")
        return words[:at] + [os.path.dirname(sites.HERE), "--child", path] + words[at:]

    override(spawn, "get_command_line", get_command_line)
