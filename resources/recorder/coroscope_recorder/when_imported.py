# SPDX-License-Identifier: MIT
"""Calls a function when the program imports a module, so that the recorder need not import it."""

import sys

from . import sites, stream

_waiting = {}


def call(name, function):
    """function(module) once, after the module's own code has run."""
    if name in sys.modules:
        _call(function, sys.modules[name])
        return
    _waiting.setdefault(name, []).append(function)
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)


class _Finder:
    """Finds nothing itself: asks the others and wraps the loader that they found."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        if name not in _waiting:
            return None
        functions = _waiting.pop(name)
        if not _waiting:
            sys.meta_path.remove(_finder)
        spec = None
        for finder in list(sys.meta_path):
            find = getattr(finder, "find_spec", None)
            if finder is not _finder and find is not None:
                spec = find(name, path, target)
                if spec is not None:
                    break
        if spec is not None and hasattr(spec.loader, "exec_module"):
            _wrap(spec.loader, functions)
        return spec


def _wrap(loader, functions):
    original = loader.exec_module

    def exec_module(module):
        del loader.exec_module
        original(module)
        for function in functions:
            _call(function, module)

    loader.exec_module = exec_module


def _call(function, module):
    if sites.is_user_file(getattr(module, "__file__", None) or ""):
        return  # the user's own module of that name
    try:
        function(module)
    except Exception:  # a version that the recorder does not know: the program runs all the same
        if stream.is_strict():
            raise


_finder = _Finder()
