# SPDX-License-Identifier: MIT
"""A recorded program and the simulated one tell the same story: every step, at the same moment.

Needs the application, named by COROSCOPE_PROGRAM. Left out are the programs where the two differ by
design: a simulation knows a plain call, or a coroutine that is simply awaited, before it begins.
"""

import json
import os
import subprocess
import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import LONG, PROGRAMS, RecorderTest

APPLICATION = os.environ.get("COROSCOPE_PROGRAM")
TOLD = ("create", "resume", "suspend", "ready", "print", "done", "block", "unblock", "cancel")
MILLI = 1_000_000

LESSONS = [
    ("delivery", "gather"), ("delivery", "create_task"), ("async-but-sequential", "gather"),
    ("impatient-customers", "gather"), ("await-or-task", "create_task"), ("cafe", "gather"),
    ("breakfast", "gather"), ("breakfast", "create_task"), ("blocking-call", "gather"),
    ("blocking-call", "gather_blocking"), ("awaitables", "main"), ("gather-errors", "raises"),
    ("gather-errors", "return_exceptions"),
]


def story(events):
    """[(ms, kind, whose, why or how or text, woken by whom)], without what only one side tells."""
    names, told = {}, []
    for event in events:
        kind = event.get("e")
        if kind == "create":
            names[event["task"]] = None if event["kind"] == "thread" else event["label"]
        name = names.get(event.get("task"))
        if name is None or kind not in TOLD or event.get("why") == "created":
            continue
        word = event.get("why") or event.get("how") or event.get("text") or ""
        by = names.get(event.get("by")) if kind == "ready" else None
        told.append((round(event["t"] / MILLI), kind, name, word, by))
    return told


@unittest.skipUnless(APPLICATION, "COROSCOPE_PROGRAM names no application")
class Simulated(RecorderTest):
    @each_python()
    def test_a_recording_tells_what_the_simulation_tells(self):
        for scenario, program in LESSONS:
            with self.subTest(scenario=scenario, program=program):
                words = [APPLICATION, "run", scenario, program, "--trace", "-"]
                done = subprocess.run(words, check=True, stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL, timeout=LONG)
                simulated = [json.loads(line) for line in done.stdout.decode().splitlines()]
                name = (scenario + "-" + program).replace("-", "_") + ".py"
                recording = self.record_words([os.path.join(PROGRAMS, name)], "--virtual-time")
                self.assertEqual(story(recording.events), story(simulated))


if __name__ == "__main__":
    unittest.main()
