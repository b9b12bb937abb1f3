# SPDX-License-Identifier: MIT
"""More than one loop: one after the other, in threads, uvloop's; and the programs around them."""

import unittest

from tests.recorder.support.pythons import each_python
from tests.recorder.support.recording import RecorderTest


class Loops(RecorderTest):
    @each_python()
    def test_a_program_may_run_two_loops(self):
        recording = self.check_same("""
            import asyncio
            async def main(n):
                await asyncio.sleep(0)
                print(n)
            asyncio.run(main(1))
            asyncio.run(main(2))
        """)
        for n in (1, 2):
            self.assertEqual(recording.words("main(%d)" % n), [
                "create", "resume", "suspend yield", "resume", "print %d" % n, "done returned"])

    @each_python()
    def test_threads_may_run_loops(self):
        recording = self.record("""
            import asyncio, threading
            async def child(n):
                for _ in range(20):
                    await asyncio.sleep(0.001)
            async def main(n):
                await asyncio.gather(child(n), child(-n))
            threads = [threading.Thread(target=asyncio.run, args=(main(n),)) for n in (1, 2, 3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        """)
        tasks = [e["task"] for e in recording.of("create") if e["kind"] in ("task", "main")]
        self.assertEqual(len(tasks), len(set(tasks)), "numbers are unique across threads")
        self.assertEqual(len(tasks), 9)
        for n in (1, 2, 3):
            main = recording.task("main(%d)" % n)
            for child in (recording.task("child(%d)" % n), recording.task("child(%d)" % -n)):
                self.assertEqual(recording.one("create", task=child)["parent"], main)
                self.assertEqual(len(recording.of("suspend", task=child)), 20)

    @each_python()
    def test_tasks_are_woken_from_other_threads(self):
        recording = self.record("""
            import asyncio, threading, time
            async def child():
                return 3
            async def main():
                loop = asyncio.get_running_loop()
                future = loop.create_future()
                def later():
                    time.sleep(0.02)
                    asyncio.run_coroutine_threadsafe(child(), loop).result()
                    loop.call_soon_threadsafe(future.set_result, 1)
                threading.Thread(target=later).start()
                await future
            asyncio.run(main())
        """)
        self.assertEqual(recording.words("child()"), ["create", "resume", "done returned"])
        self.assertEqual(recording.words("main()"), [
            "create", "resume", "suspend future", "ready done", "resume", "done returned"])

    @each_python(needs="uvloop")
    def test_uvloop_tells_the_same_story(self):
        recording = self.check_same("""
            import asyncio, uvloop
            async def child(n):
                await asyncio.sleep(n / 100)
                return n
            async def main():
                lock = asyncio.Lock()
                async with lock:
                    print(await asyncio.gather(child(1), child(2)))
                await asyncio.get_running_loop().run_in_executor(None, print, "job")
                task = asyncio.ensure_future(child(900))
                await asyncio.sleep(0)
                task.cancel()
                await asyncio.wait([task])
                print(type(asyncio.get_running_loop()))
            uvloop.install()
            asyncio.run(main())
        """)
        second, main = recording.task("child(2)"), recording.task("main()")
        wait = recording.of("suspend", task=main)[0]
        self.assertEqual((wait["why"], wait["on"]), ("gather", [recording.task("child(1)"), second]))
        self.assertEqual(recording.of("ready", task=main)[0]["by"], second)
        self.assertEqual(recording.words("child(1)"), [
            "create", "resume", "suspend sleep", "ready timer", "resume", "done returned"])
        self.assertEqual(recording.one("cancel")["by"], main)
        self.assertEqual(recording.one("create", kind="job")["parent"], main)

    @each_python(needs="uvloop")
    def test_uvloop_cannot_be_virtual_and_says_so(self):
        recording = self.record_virtually("""
            import asyncio, uvloop, time
            uvloop.install()
            async def main():
                began = time.monotonic()
                await asyncio.sleep(100)
                print(time.monotonic() - began)
            asyncio.run(main())
        """)
        self.assertEqual(recording.output, "100.0\n")
        self.assertIn("uvloop", recording.of("mark")[0]["text"])

    @each_python()
    def test_code_outside_of_tasks_has_its_threads_row(self):
        recording = self.record_virtually("""
            import asyncio, time
            async def main():
                await asyncio.sleep(1)
            time.sleep(2)
            asyncio.run(main())
            print("end")
        """)
        thread = recording.one("create", name="MainThread")["task"]
        words = [e["e"] for e in recording.events if e.get("task") == thread]
        self.assertEqual(words[:5], ["create", "resume", "block", "unblock", "suspend"])
        self.assertEqual(words[-3:], ["resume", "print", "done"])
        self.assertEqual(recording.one("create", label="main()")["parent"], thread)

    @each_python()
    def test_a_threads_row_ends_with_its_thread(self):
        recording = self.record("""
            import threading, time
            def work():
                time.sleep(0.01)
            thread = threading.Thread(target=work, name="Worker")
            thread.start()
            thread.join()
            time.sleep(0.2)
            print("after")
        """)
        worker = recording.one("create", name="Worker", kind="thread")["task"]
        done = recording.one("done", task=worker)["t"]
        self.assertLess(done, recording.one("print")["t"])

    @each_python()
    def test_loops_and_threads_that_are_over_cost_nothing(self):
        recording = self.record("""
            import asyncio, gc, threading, time
            from coroscope_recorder import lanes
            async def main():
                await asyncio.sleep(0)
            for _ in range(50):
                asyncio.run(main())
                thread = threading.Thread(target=time.sleep, args=(0.001,))
                thread.start()
                thread.join()
            gc.collect()
            time.sleep(0.3)
            print(len(lanes.all_lanes))
        """)
        self.assertLess(int(recording.output), 5)


if __name__ == "__main__":
    unittest.main()
