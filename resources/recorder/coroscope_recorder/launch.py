# SPDX-License-Identifier: MIT
"""Runs the user's program as the interpreter itself would, and ends the stream when it ends."""

import os
import sys
from types import ModuleType

from . import processes, tracebacks, values


def run(module, command, rest):
    """Runs -m MODULE, -c COMMAND or a script; `rest` is what comes after. Raises what it raises."""
    import atexit

    # Registered first, so it runs last: after the program's own exit functions and threads.
    atexit.register(processes.end)
    try:
        if module is not None:
            _run_module(module, rest)
        elif command is not None:
            sys.argv[:] = ["-c"] + list(rest)
            exec(compile(command, "<string>", "exec", dont_inherit=True), _fresh_main().__dict__)
        else:
            _run_script(rest)
    except BaseException as error:
        processes.outcome = _outcome(error)
        _hide_own_frames(error)
        raise


def _run_script(rest):
    path = rest[0]
    sys.argv[:] = rest
    main = _fresh_main()
    if os.path.isdir(path) or _is_zip(path):
        import runpy

        sys.path[0] = path
        runpy._run_module_as_main("__main__", False)
        return
    sys.path[0] = os.path.dirname(os.path.realpath(path))
    if sys.version_info >= (3, 9):
        path = os.path.abspath(path)
    names = main.__dict__
    names["__file__"] = path
    names["__cached__"] = None
    exec(_compiled(path), names)


def _compiled(path):
    try:
        file = open(path, "rb")
    except OSError as error:
        sys.stderr.write("%s: can't open file '%s': [Errno %d] %s\n"
                         % (sys.executable, path, error.errno, error.strerror))
        raise SystemExit(2)
    with file:
        return compile(file.read(), path, "exec", dont_inherit=True)


def _run_module(name, rest):
    import runpy

    _fresh_main()
    sys.argv[:] = ["-m"] + list(rest)
    sys.path[0] = os.getcwd()
    runpy._run_module_as_main(name)


def _fresh_main():
    main = ModuleType("__main__")
    main.__dict__["__builtins__"] = sys.modules["builtins"]
    main.__dict__["__annotations__"] = {}
    from importlib.machinery import SourceFileLoader

    main.__dict__["__loader__"] = SourceFileLoader("__main__", sys.argv[0])
    sys.modules["__main__"] = main
    return main


def _is_zip(path):
    try:
        with open(path, "rb") as file:
            return file.read(4) == b"PK\x03\x04"
    except OSError:
        return False


def _outcome(error):
    if isinstance(error, SystemExit):
        code = error.code
        if code is None or code == 0:
            return {"how": "ok", "error": None}
        return {"how": "raised", "error": "SystemExit: %s" % (code,)}
    if isinstance(error, KeyboardInterrupt):
        return {"how": "interrupted", "error": "KeyboardInterrupt"}
    text = values.message_of(error)
    name = type(error).__name__
    return {"how": "raised", "error": name + ": " + text if text else name}


def _hide_own_frames(error):
    """What is printed next has the program's frames only, whoever prints it."""
    users = sys.excepthook
    trace = tracebacks.without_own_frames(error.__traceback__)

    def excepthook(kind, raised, whole):
        sys.excepthook = users
        if raised is error:
            whole = trace
            tracebacks.clean(raised)
        users(kind, raised.with_traceback(whole), whole)

    sys.excepthook = excepthook
