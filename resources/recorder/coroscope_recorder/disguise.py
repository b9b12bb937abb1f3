# SPDX-License-Identifier: MIT
"""Makes a function that stands in for another look like it."""

_ATTRIBUTES = ("__module__", "__name__", "__qualname__", "__doc__")


def disguise(function, original):
    """Returns `function` with the name and documentation of `original`."""
    for attribute in _ATTRIBUTES:
        value = getattr(original, attribute, None)
        if value is not None:
            setattr(function, attribute, value)
    return function


def override(owner, name, function):
    """Puts `function` in the place of owner.name."""
    setattr(owner, name, disguise(function, getattr(owner, name)))
