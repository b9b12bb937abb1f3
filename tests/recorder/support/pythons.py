# SPDX-License-Identifier: MIT
"""The interpreters that the tests run programs with."""

import functools
import os
import subprocess
import sys

VARIABLE = "COROSCOPE_TEST_PYTHONS"


def pythons():
    """Those that the environment names, or the one that runs the tests."""
    named = os.environ.get(VARIABLE, "")
    return [name for name in named.split(os.pathsep) if name] or [sys.executable]


@functools.lru_cache(maxsize=None)
def version_of(python):
    text = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:2])"],
                          check=True, stdout=subprocess.PIPE, universal_newlines=True).stdout
    return tuple(int(word) for word in text.split())


@functools.lru_cache(maxsize=None)
def has(python, package):
    return subprocess.run([python, "-c", "import " + package], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0


def each_python(needs=None, since=(3, 8)):
    """Runs a test method once for each interpreter that has the package `needs`."""

    def decorate(test):
        @functools.wraps(test)
        def run(self):
            suitable = [python for python in pythons() if version_of(python) >= since
                        and (needs is None or has(python, needs))]
            if not suitable:
                self.skipTest("no interpreter has " + (needs or "Python %d.%d" % since))
            for python in suitable:
                with self.subTest(python="%d.%d" % version_of(python)):
                    self.python = python
                    test(self)

        return run

    return decorate
