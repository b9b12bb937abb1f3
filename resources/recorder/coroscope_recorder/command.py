# SPDX-License-Identifier: MIT
"""The command line of the recorder."""

import os
import sys

from . import clock, launch, lanes, stream, when_imported
from .text import plain

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
    rest = ()


def main():
    options = _parse(sys.argv[1:])
    _open(options)
    _install()
    launch.run(options.module, options.rest)


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
        path = options.out or "recording.trace.jsonl"
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        path = os.path.abspath(path)
    else:
        fd, path = options.fd, None
        os.set_inheritable(fd, False)
    expander = None
    if options.is_plain:
        from .expand import Expander

        expander = Expander()
    stream.start(fd, header(options), expander, path)


def header(options):
    argv = (["-m", options.module] if options.module else []) + list(options.rest)
    return {
        "coroscope_trace": 1,
        "clock": "virtual" if clock.is_virtual else "monotonic",
        "title": options.title or os.path.basename(options.module or options.rest[0]),
        "source": options.module or os.path.abspath(options.rest[0]),
        "start_unix_ns": clock.wall(),
        "pid": os.getpid(),
        "argv": argv,
        "cwd": os.getcwd(),
        "python": sys.version.split()[0],
    }


def _install():
    from . import asyncio_hooks

    when_imported.call("asyncio", asyncio_hooks.install)
