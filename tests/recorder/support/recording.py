# SPDX-License-Identifier: MIT
"""Runs programs with and without the recorder, and reads what it recorded."""

import json
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
RECORDER = os.path.join(ROOT, "resources", "recorder")
PROGRAMS = os.path.join(ROOT, "tests", "data", "programs")
LONG = 60  # seconds; a program that takes longer hangs

sys.path.insert(0, RECORDER)
from coroscope_recorder.expand import Expander  # noqa: E402


class Run:
    """What a program did: its output, its status."""

    def __init__(self, done):
        self.output, self.errors, self.status = done.stdout, done.stderr, done.returncode


class Recording(Run):
    """What the recorder told of it, besides."""

    def __init__(self, done, path):
        super().__init__(done)
        self.path = path
        self.lines = read_lines(path)
        self.events = expanded(self.lines)

    def of(self, word, /, **fields):
        """The events of a kind with these fields."""
        return [event for event in self.events if event.get("e") == word
                and all(event.get(key) == value for key, value in fields.items())]

    def one(self, word, /, **fields):
        found = self.of(word, **fields)
        if len(found) != 1:
            raise AssertionError("%d events %s %s among\n%s" % (
                len(found), word, fields, "\n".join(map(str, self.events))))
        return found[0]

    def task(self, label):
        """The number of the only task with this label."""
        return self.one("create", label=label)["task"]

    def words(self, label):
        """A task's story: ["create", "resume", "suspend sleep", "ready timer", ...]."""
        task = self.task(label)
        return [word_of(event) for event in self.events if event.get("task") == task]


def word_of(event):
    word = event.get("why") or event.get("op") or event.get("how") or event.get("text")
    return event["e"] + (" " + word if word else "")


def read_lines(path):
    """The lines of a stream; the last may be cut off."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    return lines[:-1]


def expanded(lines):
    """The plain events; all that has come, whether or not the stream has an end."""
    expander = Expander()
    found = [json.loads(line) for line in expander.take(lines)]
    return found + [json.loads(line) for line in expander.rest()]


class RecorderTest(unittest.TestCase):
    """self.python is the interpreter at hand; each_python sets it."""

    maxDiff = None

    def setUp(self):
        self.python = sys.executable
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        self.environment = dict(os.environ, PYTHONUNBUFFERED="", PYTHONIOENCODING="utf-8",
                                COROSCOPE_RECORDER_STRICT="1", PYTHONDONTWRITEBYTECODE="1")

    def write(self, text, name="program.py"):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(textwrap.dedent(text).lstrip("\n"))
        return path

    def command(self, words, *options):
        self.trace = os.path.join(self.folder, "out.trace.jsonl")
        return [self.python, RECORDER, "--out", self.trace, *options, *words]

    def run_bare(self, words):
        return Run(self._run([self.python, *words]))

    def record_words(self, words, *options):
        return Recording(self._run(self.command(words, *options)), self.trace)

    def record(self, text, *options, name="program.py"):
        """Records a program given as text; its errors are the test's unless it expects them."""
        return self.record_words([self.write(text, name)], *options)

    def record_virtually(self, text):
        return self.record(text, "--virtual-time")

    def start(self, text, *options, **more):
        """Starts a recorded program and leaves it running."""
        words = self.command([self.write(text)], *options)
        process = subprocess.Popen(words, cwd=self.folder, env=self.environment,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
        self.addCleanup(self._end, process)
        return process

    def recorded(self, process):
        """What a started program did, when it has ended."""
        output, errors = process.communicate(timeout=LONG)
        done = subprocess.CompletedProcess((), process.returncode, output.decode(),
                                           errors.decode())
        return Recording(done, self.trace)

    def check_same(self, text, *options, arguments=()):
        """A program does the same with and without the recorder; gives the recording."""
        path = self.write(text)
        bare = self.run_bare([path, *arguments])
        recording = self.record_words([path, *arguments], *options)
        self.assertEqual(recording.output, bare.output)
        self.assertEqual(recording.errors, bare.errors)
        self.assertEqual(recording.status, bare.status)
        return recording

    def _run(self, words):
        done = subprocess.run(words, cwd=self.folder, env=self.environment, timeout=LONG,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        done.stdout, done.stderr = done.stdout.decode(), done.stderr.decode()
        return done

    @staticmethod
    def _end(process):
        if process.poll() is None:
            process.kill()
        process.communicate()
