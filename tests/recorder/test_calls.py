# SPDX-License-Identifier: MIT
"""Plain programs: a row for each call of the user's functions."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest


class Calls(RecorderTest):
    @each_python()
    def test_calls_are_rows_that_nest(self):
        recording = self.record_virtually("""
            import time
            def delivery(name, seconds):
                time.sleep(seconds)
                return seconds
            def fails():
                raise KeyError("x")
            def main():
                delivery("A", 10)
                delivery("B", 3)
                try:
                    fails()
                except KeyError:
                    pass
            main()
        """)
        main, first = recording.task("main()"), recording.task("delivery('A', 10)")
        self.assertEqual(recording.one("create", task=first)["parent"], main)
        self.assertEqual(recording.words("delivery('B', 3)"), [
            "create", "resume", "block sleep", "unblock", "done returned"])
        begin = recording.one("resume", task=recording.task("delivery('B', 3)"))["t"]
        self.assertAlmostEqual(begin / 1e9, 10, places=3)
        self.assertEqual(recording.one("done", task=first)["value"], "10")
        self.assertEqual(recording.one("create", task=first)["at"][1:], [8, "main"])

    @each_python(since=(3, 12))
    def test_errors_are_told(self):
        recording = self.record("""
            def fails(n):
                raise KeyError("x")
            try:
                fails(1)
            except KeyError:
                pass
        """)
        done = recording.one("done", task=recording.task("fails(1)"))
        self.assertEqual((done["how"], done["error"]), ("raised", "KeyError"))

    @each_python()
    def test_a_recursion_and_a_hot_function_stay_few(self):
        recording = self.check_same("""
            def fib(n):
                return n if n < 2 else fib(n - 1) + fib(n - 2)
            def hot(n):
                return n + 1
            print(fib(15))
            n = 0
            for _ in range(20000):
                n = hot(n)
            print(n)
        """)
        labels = [e["label"] for e in recording.of("create", kind="call")]
        self.assertEqual(labels.count("fib(15)"), 1)
        self.assertEqual(len([x for x in labels if x.startswith("fib")]), 1)
        self.assertLessEqual(len(labels), 600)

    @each_python()
    def test_calls_within_tasks_are_no_rows(self):
        recording = self.record("""
            import asyncio
            def helper():
                return 1
            async def main():
                helper()
                await asyncio.sleep(0)
                helper()
            asyncio.run(main())
        """)
        self.assertEqual(recording.of("create", kind="call"), [])


if __name__ == "__main__":
    unittest.main()
