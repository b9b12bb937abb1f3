# SPDX-License-Identifier: MIT
"""What a program prints, by task."""

import os
import subprocess
import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import LONG, RecorderTest, expanded, read_lines

MEGABYTES_100 = """
    import sys
    line = "x" * 9999 + "\\n"
    for _ in range(10000):
        sys.stdout.write(line)
"""


class Output(RecorderTest):
    @each_python()
    def test_prints_belong_to_their_task(self):
        recording = self.check_same("""
            import asyncio, sys
            async def child(n):
                print("child", n, sep=": ")
                await asyncio.sleep(0)
                print("error", n, file=sys.stderr)
            async def main():
                await asyncio.gather(child(1), child(2))
                asyncio.get_running_loop().call_soon(print, "from a callback")
                await asyncio.sleep(0)
            print("before")
            asyncio.run(main())
            print("after")
        """)
        one, two = recording.task("child(1)"), recording.task("child(2)")
        thread = recording.one("create", name="MainThread")["task"]
        callbacks = recording.one("create", name="callbacks")["task"]
        self.assertEqual([(e["task"], e["text"], e["stream"]) for e in recording.of("print")], [
            (thread, "before", "stdout"), (one, "child: 1", "stdout"), (two, "child: 2", "stdout"),
            (one, "error 1", "stderr"), (two, "error 2", "stderr"),
            (callbacks, "from a callback", "stdout"), (thread, "after", "stdout")])

    @each_python()
    def test_a_line_may_come_in_parts_and_have_no_end(self):
        recording = self.check_same("""
            print("a", end="")
            print("b", "c", end="\\n\\n")
            print("no end", end="")
        """)
        self.assertEqual([e["text"] for e in recording.of("print")], ["ab c\n", "no end"])

    @each_python()
    def test_strange_characters_stay_json(self):
        recording = self.record("""
            import sys
            print("한국어 🥖 \\x00 \\x1b[31m")
            sys.stderr.write("half \\udc80\\n")
        """)
        self.assertEqual([e["text"] for e in recording.of("print")],
                         ["한국어 🥖 \x00 \x1b[31m", "half \\udc80"])

    @each_python()
    def test_a_hundred_megabytes_pass_and_leave_a_small_record(self):
        words = self.command([self.write(MEGABYTES_100)])
        count = 0
        with subprocess.Popen(words, cwd=self.folder, env=self.environment,
                              stdout=subprocess.PIPE) as process:
            while True:
                some = process.stdout.read(1 << 20)
                if not some:
                    break
                count += len(some)
            self.assertEqual(process.wait(LONG), 0)
        self.assertEqual(count, 100_000_000)
        size = os.path.getsize(self.trace)
        self.assertLess(size, 20_000_000)
        prints = [e for e in expanded(read_lines(self.trace)) if e.get("e") == "print"]
        self.assertGreater(len(prints), 100)
        self.assertEqual(len(prints[0]["text"]), 4096)
        self.assertEqual(prints[0]["cut"], 5904)
        kept = sum(len(e["text"]) for e in prints)
        cut = sum(e.get("cut", 0) for e in prints)
        self.assertEqual(kept + cut, 100_000_000)


if __name__ == "__main__":
    unittest.main()
