# SPDX-License-Identifier: MIT
"""The interpreters that the tests run programs with."""

import functools
import glob
import os
import shutil
import subprocess
import sys

VARIABLE = "COROSCOPE_TEST_PYTHONS"
OLDEST, NEWEST = (3, 8), (3, 13)


def pythons():
    """Those that the environment names; else the one that runs the tests and, of every other
    version that is recorded, the first that the machine offers."""
    named = os.environ.get(VARIABLE, "")
    return [name for name in named.split(os.pathsep) if name] or list(_offered())


@functools.lru_cache(maxsize=None)
def _offered():
    found = {version_of(sys.executable): sys.executable}
    for python in _candidates():
        version = version_of(python)
        if OLDEST <= version <= NEWEST:
            found.setdefault(version, python)
    return tuple(found.values())


def _candidates():
    on_path = (shutil.which("python%d.%d" % (3, minor))
               for minor in range(OLDEST[1], NEWEST[1] + 1))
    root = os.environ.get("PYENV_ROOT", os.path.join(os.path.expanduser("~"), ".pyenv"))
    return list(filter(None, on_path)) + sorted(
        glob.glob(os.path.join(root, "versions", "3.*", "bin", "python3")))


@functools.lru_cache(maxsize=None)
def version_of(python):
    """(0, 0) for what does not run."""
    ended = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:2])"],
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                           universal_newlines=True)
    return tuple(int(word) for word in ended.stdout.split()) if ended.returncode == 0 else (0, 0)


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
