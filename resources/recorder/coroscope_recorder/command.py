# SPDX-License-Identifier: MIT
"""The command line of the recorder."""

import os
import sys

from . import calls, clock, launch, processes, stream, when_imported

USAGE = """usage: recorder [--out FILE | --fd N] [--plain] [--virtual-time] [--title TEXT] \
SCRIPT [ARG...]
       recorder [OPTION...] -m MODULE [ARG...]
"""


class _Options:
    out = None
    fd = None
    is_plain = False
    is_virtual = False
    title = None
    module = None
    command = None  # of a process that multiprocessing spawns
    rest = ()


def main():
    options = _parse(sys.argv[1:])
    if options.is_virtual:
        _install_virtual_time()
    _open(options)
    _install()
    calls.install()
    launch.run(options.module, options.command, options.rest)


def _parse(words):
    options = _Options()
    words = list(words)
    while words:
        word = words.pop(0)
        if word == "--out" and words:
            options.out = words.pop(0)
        elif word == "--fd" and words:
            options.fd = int(words.pop(0))
        elif word == "--title" and words:
            options.title = words.pop(0)
        elif word == "--child" and words:
            options.out = words.pop(0) + ".%d" % os.getpid()
        elif word == "-c" and words:
            options.command = words.pop(0)
            options.rest = words
            return options
        elif word == "--plain":
            options.is_plain = True
        elif word == "--virtual-time":
            options.is_virtual = True
        elif word == "-m" and words:
            options.module = words.pop(0)
            options.rest = words
            return options
        elif word.startswith("-"):
            break
        else:
            options.rest = [word] + words
            return options
    sys.stderr.write(USAGE)
    raise SystemExit(2)


def _open(options):
    if options.fd is None:
        path = os.path.abspath(options.out or "recording.trace.jsonl")
        fd = stream.create(path)
    else:
        fd = options.fd
        folder = os.environ.get("COROSCOPE_CHILDREN")
        path = os.path.join(folder, "recording") if folder else None
        os.set_inheritable(fd, False)
    expander = None
    if options.is_plain:
        from .expand import Expander

        expander = Expander
    processes.path = path
    stream.start(fd, _header(options), expander)


def _header(options):
    argv = (["-m", options.module] if options.module else []) + list(options.rest)
    source = options.module or (options.rest[0] if options.rest else "-c")
    if options.module is None and options.rest:
        source = os.path.abspath(source)
    return {
        "coroscope_trace": 1,
        "clock": "virtual" if clock.is_virtual else "monotonic",
        "title": options.title or os.path.basename(source),
        "source": source,
        "start_unix_ns": clock.wall(),
        "pid": os.getpid(),
        "argv": argv,
        "cwd": os.getcwd(),
        "python": sys.version.split()[0],
    }


def _install():
    from . import asyncio_hooks, blocking, executors, never_awaited, output, tracebacks, trio_hooks, uvloop_hooks

    output.install()
    blocking.install()
    processes.install()
    when_imported.call("traceback", tracebacks.install)
    when_imported.call("warnings", never_awaited.install)
    when_imported.call("concurrent.futures.thread", executors.install_threads)
    when_imported.call("concurrent.futures.process", executors.install_processes)
    when_imported.call("asyncio", asyncio_hooks.install)
    when_imported.call("trio", trio_hooks.install)
    if not clock.is_virtual:
        when_imported.call("uvloop", uvloop_hooks.install)


def _install_virtual_time():
    # First of all, so that whatever is installed later tells of virtual times.
    from . import virtual_loop, virtual_threads, virtual_time

    virtual_time.install()
    when_imported.call("threading", virtual_threads.install_threads)
    when_imported.call("concurrent.futures.thread", virtual_threads.install_pools)
    when_imported.call("asyncio", virtual_loop.install)
    when_imported.call("uvloop", virtual_loop.stand_in_for_uvloop)
