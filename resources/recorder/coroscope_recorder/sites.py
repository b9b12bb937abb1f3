# SPDX-License-Identifier: MIT
"""Source places by number, and whose code is the user's."""

import os

from . import stream

HERE = os.path.dirname(os.path.abspath(__file__))
_library = (os.path.dirname(os.path.abspath(os.__file__)) + os.sep, HERE + os.sep)
_user = {}  # code -> bool, by identity
_numbers = {}
_known = {}  # (id(code), line) -> number; _user keeps the code objects alive


def is_user(code):
    """Whether the code is the program's own, not the library's, a package's or the recorder's."""
    entry = _user.get(id(code))
    if entry is None:
        entry = _user[id(code)] = (is_user_file(code.co_filename), code)
    return entry[0]


def is_user_file(name):
    if not name or name.startswith("<"):  # frozen, or made by a library at run time
        return False
    path = os.path.normpath(name)
    return not (path.startswith(_library) or "site-packages" in path or "dist-packages" in path)


def number(code, line):
    """The number of a line in a code object; defines it in the stream when it is new."""
    key = (id(code), line)
    found = _known.get(key)
    if found is None:
        user = is_user(code)  # also keeps the code alive, so that its id stays its own
        place = (code.co_filename, line, function_name(code))
        found = _numbers.get(place)
        if found is None:
            found = _numbers[place] = len(_numbers) + 1
            stream.define({"e": "site", "id": found, "at": list(place), "user": user})
        _known[key] = found
    return found


def function_name(code):
    name = getattr(code, "co_qualname", code.co_name)
    return name.rpartition("<locals>.")[2]


def user_frame(frame):
    """The nearest frame of the user's code, from `frame` outwards; None when there is none."""
    while frame is not None and not is_user(frame.f_code):
        frame = frame.f_back
    return frame


def at(frame):
    """The site number of where a frame is; 0 for None."""
    return number(frame.f_code, frame.f_lineno or 0) if frame is not None else 0
