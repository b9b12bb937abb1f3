# SPDX-License-Identifier: MIT
"""However a program ends, what was recorded is whole up to then, and it ends as it would."""

import json
import signal
import subprocess
import time
import unittest

from tests.recorder.support.pythons import each_python, version_of
from tests.recorder.support.recording import LONG, RecorderTest

MILLI = 1_000_000
MOST_LOST = 100 * MILLI  # of the last records, when the process is killed

SLEEPERS = """
    import asyncio, sys
    async def sleeper():
        while True:
            await asyncio.sleep(0.005)
    async def main():
        print("ready", flush=True)
        await asyncio.gather(*[sleeper() for _ in range(20)])
    %s
"""
BUSY = """
    import asyncio, time
    async def busy():
        while True:
            await asyncio.sleep(0)
    async def main():
        print("ready", flush=True)
        await asyncio.gather(*[busy() for _ in range(100)])
    %s
"""
RUN = "asyncio.run(main())"
RUN_UVLOOP = "import uvloop; uvloop.install(); asyncio.run(main())"


def heed_interrupts():
    """A shell makes what it runs in the background deaf to them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Endings(RecorderTest):
    def end_by(self, program, number, after=0.4):
        """Ends a program by a signal; the recording, and when it was killed on its clock."""
        process = self.start(program, preexec_fn=heed_interrupts)
        self.assertEqual(process.stdout.readline(), b"ready\n")
        time.sleep(after)
        killed = time.monotonic_ns()
        process.send_signal(number)
        recording = self.recorded(process)
        for line in recording.lines:
            json.loads(line)
        zero = json.loads(recording.lines[0])["zero"]
        return recording, killed - zero

    def check_little_is_lost(self, program):
        # On a machine that others use, too, the process may not have had its turn: the best of
        # three tries shows what the recorder itself does.
        lost = []
        for _ in range(3):
            recording, killed = self.end_by(program, signal.SIGKILL)
            self.assertEqual(recording.status, -signal.SIGKILL)
            self.assertEqual(recording.of("end"), [])
            lost.append(killed - max(event["t"] for event in recording.events[1:]))
            if lost[-1] <= MOST_LOST:
                return
        self.fail("lost the last %s ns" % lost)

    @each_python()
    def test_a_kill_loses_at_most_the_last_moment(self):
        self.check_little_is_lost(SLEEPERS % RUN)

    @each_python()
    def test_a_kill_of_a_busy_loop_loses_as_little(self):
        self.check_little_is_lost(BUSY % RUN)

    @each_python(needs="uvloop")
    def test_a_kill_of_a_busy_uvloop_loses_as_little(self):
        self.check_little_is_lost(BUSY % RUN_UVLOOP)

    @each_python()
    def test_a_kill_within_a_computation_shows_it(self):
        recording, killed = self.end_by("""
            import asyncio
            async def main():
                print("ready", flush=True)
                while True:
                    pass
            asyncio.run(main())
        """, signal.SIGKILL)
        words = recording.words("main()")
        self.assertEqual(words, ["create", "resume", "print ready", "block work"])

    @each_python()
    def test_an_interrupt_ends_every_task(self):
        bare = subprocess.Popen([self.python, self.write(SLEEPERS % RUN)], cwd=self.folder,
                                env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, preexec_fn=heed_interrupts)
        bare.stdout.readline()
        time.sleep(0.1)
        bare.send_signal(signal.SIGINT)
        errors = bare.communicate(timeout=LONG)[1].decode()
        recording, _ = self.end_by(SLEEPERS % RUN, signal.SIGINT)
        self.assertEqual(recording.status, bare.returncode)
        self.assertEqual(recording.errors.splitlines()[-1], errors.splitlines()[-1])
        self.assertNotIn("coroscope", recording.errors)
        self.assertEqual(recording.one("end")["how"], "interrupted")
        ended = len(recording.of("done", how="cancelled"))
        if version_of(self.python) >= (3, 11):
            self.assertEqual(ended, 21)
        else:
            # KeyboardInterrupt strikes anywhere: a task may have raised it.
            self.assertGreaterEqual(ended, 19)

    @each_python()
    def test_a_termination_leaves_whole_lines(self):
        recording, _ = self.end_by(SLEEPERS % RUN, signal.SIGTERM)
        self.assertEqual(recording.status, -signal.SIGTERM)
        self.assertGreater(len(recording.of("resume")), 100)

    @each_python()
    def test_a_crash_leaves_what_was_flushed(self):
        recording = self.record("""
            import asyncio, ctypes, time
            async def main():
                await asyncio.sleep(0.2)
                ctypes.string_at(0)
            asyncio.run(main())
        """)
        self.assertEqual(recording.status, -signal.SIGSEGV)
        self.assertEqual(recording.words("main()")[:3], ["create", "resume", "suspend sleep"])

    @each_python()
    def test_os_exit_flushes_first(self):
        recording = self.check_same("""
            import asyncio, os, sys
            async def main():
                await asyncio.sleep(0)
                print("last words")
                sys.stdout.flush()
                os._exit(7)
            asyncio.run(main())
        """)
        self.assertEqual(recording.one("end")["code"], 7)
        self.assertEqual(recording.one("print")["text"], "last words")

    @each_python()
    def test_exit_functions_and_late_threads_are_still_recorded(self):
        recording = self.record("""
            import atexit, threading, time
            atexit.register(print, "at exit")
            threading.Thread(target=lambda: (time.sleep(0.05), print("late"))).start()
        """)
        self.assertEqual([e["text"] for e in recording.of("print")], ["late", "at exit"])
        self.assertEqual(recording.events[-1]["e"], "end")


if __name__ == "__main__":
    unittest.main()
