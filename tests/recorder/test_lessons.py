# SPDX-License-Identifier: MIT
"""The notes' programs on the virtual clock: what they print, how long they take, in no time."""

import os
import time
import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import PROGRAMS, RecorderTest

SECONDS = {
    "delivery_sync": 17, "delivery_gather": 10, "delivery_create_task": 10,
    "async_but_sequential_sequential": 12, "async_but_sequential_gather": 5,
    "impatient_customers_sync": 41 * 60, "impatient_customers_gather": 20 * 60,
    "await_or_task_sequential": 4, "await_or_task_create_task": 3,
    "cafe_sync": 8, "cafe_gather": 5,
    "breakfast_sync": 5, "breakfast_gather": 3, "breakfast_create_task": 3,
    "blocking_call_gather": 3, "blocking_call_gather_blocking": 6,
    "run_in_executor_gather": 5, "run_in_executor_executor": 3,
    "awaitables_main": 6,
    "gather_errors_raises": 4, "gather_errors_return_exceptions": 3,
    "forgotten_await_main": 1,
}
NANO = 1_000_000_000
SMALL = 1_000_000  # ns; readings of the clock take one each
SOON = 10  # seconds, on a busy machine; alone it takes a fifth of one


class Lessons(RecorderTest):
    def test_every_program_has_its_output_and_its_time(self):
        files = {name[:-3] for name in os.listdir(PROGRAMS) if name.endswith(".py")}
        self.assertEqual(files, set(SECONDS))

    @each_python()
    def test_prints_what_the_lesson_prints_at_once(self):
        for name, seconds in SECONDS.items():
            with self.subTest(program=name):
                began = time.monotonic()
                recording = self.record_words([os.path.join(PROGRAMS, name + ".py")],
                                              "--virtual-time")
                with open(os.path.join(PROGRAMS, name + ".txt"), encoding="utf-8") as file:
                    self.assertEqual(recording.output, file.read())
                self.assertEqual(recording.status, 0, recording.errors)
                end = recording.one("end")
                self.assertLess(abs(end["t"] - seconds * NANO), SMALL)
                self.assertEqual(end["clock"], "virtual")
                self.assertLess(time.monotonic() - began, SOON)


if __name__ == "__main__":
    unittest.main()
