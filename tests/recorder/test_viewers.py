# SPDX-License-Identifier: MIT
"""Whoever reads the stream, and however badly: the program does not notice."""

import json
import os
import subprocess
import threading
import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import LONG, RECORDER, RecorderTest, expanded

MANY_STEPS = """
    import asyncio
    async def busy():
        for _ in range(200):
            await asyncio.sleep(0)
    async def main():
        await asyncio.gather(*[busy() for _ in range(500)])
        print("done", flush=True)
    asyncio.run(main())
"""
# Writes at points of its own choice: what is lost depends neither on time nor on the machine.
MORE_THAN_FITS = """
    import asyncio
    from coroscope_recorder import stream
    stream.MOST_PENDING = 200_000
    async def busy():
        for _ in range(200):
            await asyncio.sleep(0)
    async def main():
        for _ in range(10):
            await asyncio.gather(*[busy() for _ in range(50)])
            stream.flush()
        print("done", flush=True)
    asyncio.run(main())
"""


class Viewers(RecorderTest):
    def start_with_pipe(self, text):
        """A program whose stream goes into a pipe: (process, the reading end)."""
        reading, writing = os.pipe()
        words = [self.python, RECORDER, "--fd", str(writing), self.write(text)]
        process = subprocess.Popen(words, cwd=self.folder, env=self.environment,
                                   pass_fds=[writing], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        os.close(writing)
        self.addCleanup(self._end, process)
        return process, reading

    def check_goes_on(self, process):
        output, errors = process.communicate(timeout=LONG)
        self.assertEqual((output, errors, process.returncode), (b"done\n", b"", 0))

    @each_python()
    def test_a_pipe_carries_the_whole_stream(self):
        process, reading = self.start_with_pipe(MANY_STEPS)
        with open(reading, encoding="utf-8") as file:
            lines = file.read().splitlines()
        self.check_goes_on(process)
        events = expanded(lines)
        self.assertEqual(len([e for e in events if e.get("why") == "yield"]), 100_000)
        self.assertEqual(events[-1]["lost"], 0)

    @each_python()
    def test_a_viewer_that_closes_is_not_noticed(self):
        process, reading = self.start_with_pipe(MANY_STEPS)
        os.read(reading, 100)
        os.close(reading)
        self.check_goes_on(process)

    @each_python()
    def test_a_viewer_that_reads_nothing_is_not_noticed(self):
        process, reading = self.start_with_pipe(MANY_STEPS)
        self.check_goes_on(process)
        os.close(reading)

    @each_python()
    def test_what_a_slow_viewer_cannot_take_is_counted(self):
        process, reading = self.start_with_pipe(MORE_THAN_FITS)
        lines = []

        def read():
            with open(reading, encoding="utf-8") as file:
                process.stdout.readline()
                lines.extend(file.read().splitlines())

        reader = threading.Thread(target=read)
        reader.start()
        reader.join(LONG)
        process.communicate(timeout=LONG)
        self.assertEqual(process.returncode, 0)
        events = [json.loads(line) for line in lines]
        lost = sum(e["n"] for e in events if e.get("e") == "lost")
        self.assertGreater(lost, 10_000)
        self.assertEqual(events[-1]["e"], "end")
        self.assertEqual(events[-1]["lost"], lost)


if __name__ == "__main__":
    unittest.main()
