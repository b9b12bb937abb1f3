# SPDX-License-Identifier: MIT
"""trio's tasks, by its own instruments."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest

PROGRAM = """
    import time, trio
    async def child(n, lock):
        await trio.sleep(n)
        async with lock:
            await trio.sleep(1)
        print("child", n)
        if n == 4:
            raise ValueError("four")
    async def main():
        began = time.perf_counter()
        lock = trio.Lock()
        try:
            async with trio.open_nursery() as nursery:
                for n in (1, 1.5, 4, 60):
                    nursery.start_soon(child, n, lock)
        except ValueError as error:
            print(repr(error))
        await trio.sleep(0)
        print("%.2f" % (time.perf_counter() - began))
        return 7
    print(trio.run(main))
"""


class Trio(RecorderTest):
    @each_python(needs="trio")
    def test_a_nursery_tells_its_story(self):
        recording = self.record_virtually(PROGRAM)
        self.assertEqual(recording.output,
                         "child 1\nchild 1.5\nchild 4\nValueError('four')\n5.00\n7\n")
        main = recording.task("main()")
        self.assertEqual(recording.one("create", task=main)["kind"], "main")
        first, second = recording.task("child(1, <Lock>)"), recording.task("child(1.5, <Lock>)")
        failed, last = recording.task("child(4, <Lock>)"), recording.task("child(60, <Lock>)")
        wait = recording.of("suspend", task=second, why="lock")[0]
        self.assertEqual((wait["on"], wait["at"][1:]), ("lock", [4, "child"]))
        self.assertEqual(recording.of("ready", task=second, why="lock")[0]["by"], first)
        self.assertEqual(recording.one("done", task=failed)["message"], "four")
        self.assertEqual(recording.one("cancel", task=last)["by"], failed)
        self.assertEqual(recording.one("done", task=last)["how"], "cancelled")
        self.assertEqual(recording.one("done", task=main)["value"], "7")
        sleep = recording.of("suspend", task=first)[0]
        self.assertEqual((sleep["why"], sleep["at"][1:]), ("sleep", [3, "child"]))

    @each_python(needs="trio")
    def test_a_trio_program_does_the_same_in_real_time(self):
        self.check_same("""
            import trio
            async def fails():
                await trio.sleep(0.01)
                raise RuntimeError("bad")
            async def main():
                print(await trio.to_thread.run_sync(len, "abc"))
                send, receive = trio.open_memory_channel(0)
                async with trio.open_nursery() as nursery:
                    nursery.start_soon(send.send, 5)
                    print(await receive.receive())
                    nursery.start_soon(fails)
            trio.run(main)
        """)


if __name__ == "__main__":
    unittest.main()
