# SPDX-License-Identifier: MIT
"""Who holds the loop: time.sleep, and computing without a pause."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest

MILLI = 1_000_000

SPIN = """
    import asyncio, time
    async def spin(seconds):
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            pass
    async def main():
        await asyncio.sleep(0)
        await spin(%s)
        await asyncio.sleep(0)
    asyncio.run(main())
"""


class Blocking(RecorderTest):
    @each_python()
    def test_time_sleep_is_told_with_its_line(self):
        recording = self.record_virtually("""
            import asyncio, time
            from time import sleep
            async def main():
                time.sleep(3)
                sleep(2)
            asyncio.run(main())
        """)
        blocks, ends = recording.of("block"), recording.of("unblock")
        self.assertEqual([(b["why"], b["at"][1:]) for b in blocks],
                         [("sleep", [4, "main"]), ("sleep", [5, "main"])])
        self.assertEqual([round((e["t"] - b["t"]) / 1e9) for b, e in zip(blocks, ends)], [3, 2])
        self.assertEqual(recording.words("main()"), [
            "create", "resume", "block sleep", "unblock", "block sleep", "unblock",
            "done returned"])

    @each_python()
    def test_computing_is_told_with_its_line(self):
        recording = self.record(SPIN % 0.4)
        block = recording.one("block")
        self.assertEqual(block["why"], "work")
        self.assertEqual(block["at"][2], "spin")
        self.assertIn(block["at"][1], (4, 5))
        end = recording.one("unblock")
        self.assertGreater(end["t"] - block["t"], 350 * MILLI)
        words = recording.words("main()")
        at = words.index("block work")
        self.assertEqual(words[at - 1:at + 3], ["resume", "block work", "unblock",
                                                "suspend yield"])

    @each_python()
    def test_a_short_computation_is_no_block(self):
        self.assertEqual(self.record(SPIN % 0.001).of("block"), [])


if __name__ == "__main__":
    unittest.main()
